package de.dolmetscherhotline.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a text apart into words, numbers, times and the few signs that mean something. */
final class Lexer {

    private static final Pattern SAYS_NOTHING = phrases(
            "guten morgen|guten tag|guten abend|gute nacht|bis auf weiteres|until further notice|ab jetzt|ab sofort"
                    + "|von jetzt an|from now on|den ganzen tag|all day|будь ласка|من فضلك|من فضلكم");
    private static final Pattern I_AM = phrases("i['’ʼ`]m");
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`´]");

    /** Written together by people in a hurry; anything else stays one word, so that none falls apart into "an" and a rest. */
    private static final Pattern GLUED = Pattern.compile("(an|aus|ein|on|off)(bis|von|fur|bitte|heute)([a-z]*)"
            + "|(bis)(heute|morgen|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
            + "|(notfall)(an|aus)|(bitte)(aus)|(uhr)(bis)|(pause|status)(bitte)|(nach)(plan)");

    private static final Pattern PART = Pattern.compile("(?<half>(?<![\\d.,])\\d{1,2}[.,]5(?=\\s?(?:h|st|hour)))"
            + "|(?<dotted>(?<a>\\d{1,2})\\.(?<b>\\d{1,2})(?<rest>\\.(?:\\d{4}|\\d{2})?)?(?![\\d:])(?<uhr>\\s*(?:uhr|h)\\b)?)"
            + "|(?<colon>(?<h>\\d{1,2}):(?<m>\\d{2})(?![\\d:]))"
            + "|(?<number>\\d+)"
            + "|(?<word>\\p{L}+)"
            + "|(?<dash>[-‐-―−~])"
            + "|(?<question>[?؟])"
            + "|(?<bad>[👎❌🚫⛔✖🙅📵🔕😴]|(?<=\\d):(?=\\d))");

    private static final int LONGEST_NUMBER = 4;
    private static final int YEARS = 10_000;

    private Lexer() {}

    static List<Token> tokens(String body) {
        var text = I_AM.matcher(SAYS_NOTHING.matcher(Spelling.plain(body)).replaceAll(" "))
                .replaceAll("i am");
        return PART.matcher(joined(text)).results().flatMap(Lexer::read).toList();
    }

    /** Without apostrophes. */
    static String joined(String text) {
        return APOSTROPHE.matcher(text).replaceAll("");
    }

    private static Pattern phrases(String words) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])");
    }

    private static Stream<Token> read(MatchResult part) {
        var text = part.group();
        if (part.group("word") != null) {
            return word(text).stream();
        }
        if (part.group("dotted") != null) {
            return dotted(part);
        }
        return Stream.of(sign(part, text));
    }

    private static Token sign(MatchResult part, String text) {
        if (part.group("half") != null) {
            int hours = Integer.parseInt(text.substring(0, text.length() - 2));
            return new Token(Term.HOURS_AND_HALF, text, hours * 60 + 30);
        }
        if (part.group("colon") != null) {
            return clock(text, part.group("h"), part.group("m"));
        }
        if (part.group("number") != null) {
            return text.length() > LONGEST_NUMBER
                    ? new Token(Term.UNKNOWN, text, 0)
                    : new Token(Term.NUMBER, text, Integer.parseInt(text));
        }
        if (part.group("bad") != null) {
            return new Token(Term.UNKNOWN, text, 0);
        }
        return new Token(part.group("dash") == null ? Term.QUESTION_MARK : Term.DASH, text, 0);
    }

    /** "18.30", "18.30 Uhr" and "18.30." are times; "24.12." and "1.3" are dates. */
    private static Stream<Token> dotted(MatchResult part) {
        var clock = clock(part.group(), part.group("a"), part.group("b"));
        if (part.group("uhr") != null) {
            return Stream.of(clock, new Token(Term.OCLOCK, "uhr", 0));
        }
        var date = date(part);
        boolean looksLikeTime = part.group("rest") == null && part.group("b").length() == 2;
        var first = looksLikeTime ? clock : date;
        return Stream.of(first.is(Term.UNKNOWN) ? looksLikeTime ? date : clock : first);
    }

    private static Token date(MatchResult part) {
        int day = Integer.parseInt(part.group("a"));
        int month = Integer.parseInt(part.group("b"));
        int year = year(part.group("rest"));
        boolean possible = day >= 1 && day <= 31 && month >= 1 && month <= 12;
        return new Token(
                possible ? Term.DATE : Term.UNKNOWN, part.group(), possible ? year * YEARS + month * 100 + day : 0);
    }

    private static int year(@Nullable String rest) {
        if (rest == null || rest.length() == 1) {
            return 0;
        }
        int year = Integer.parseInt(rest.substring(1));
        return year < 100 ? 2000 + year : year;
    }

    private static Token clock(String text, String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        boolean possible = minute.length() == 2 && Integer.parseInt(minute) < 60 && minutes <= WallTime.MIDNIGHT;
        return new Token(possible ? Term.CLOCK : Term.UNKNOWN, text, possible ? minutes : 0);
    }

    private static List<Token> word(String word) {
        var exact = Vocabulary.exact(word);
        if (exact.isPresent()) {
            return List.of(exact.get().of(word));
        }
        var number = NumberWords.number(word);
        if (number.isPresent()) {
            return List.of(new Token(Term.NUMBER, word, number.get()));
        }
        var parts = parts(word);
        return parts.isEmpty() ? List.of(misspelt(word)) : parts;
    }

    private static Token misspelt(String word) {
        return Vocabulary.misspelt(word).map(meaning -> meaning.of(word)).orElse(new Token(Term.UNKNOWN, word, 0));
    }

    private static List<Token> parts(String word) {
        var glued = GLUED.matcher(word);
        var parts = new ArrayList<Token>();
        for (int group = 1; glued.matches() && group <= glued.groupCount(); group++) {
            var part = glued.group(group);
            if (part != null && !part.isEmpty()) {
                parts.add(Vocabulary.exact(part)
                        .map(meaning -> meaning.of(part))
                        .orElse(new Token(Term.UNKNOWN, part, 0)));
            }
        }
        return List.copyOf(parts);
    }
}
