package de.dolmetscherhotline.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of {@code sms/words.txt}, which forgive one wrong letter where that cannot do harm. */
final class Vocabulary {

    private static final Set<Term> ON = EnumSet.of(Term.SWITCH_ON, Term.EIN, Term.REACHABLE, Term.THERE);
    private static final Set<Term> AGAINST_ON = EnumSet.of(Term.OFF, Term.NOT);
    private static final Set<Term> EXACT = EnumSet.of(
            Term.FILLER,
            Term.PRONOUN,
            Term.BE_VERB,
            Term.HAVE,
            Term.REQUEST,
            Term.QUESTION_WORD,
            Term.SEND,
            Term.MONTH);
    private static final int SHORTEST_MISSPELT = 4;
    private static final int SHORTEST_WITH_ANOTHER_LETTER = 5;
    private static final int SHORTEST_MISSPELT_ON = 8;

    private static final Map<String, Meaning> WORDS = words();

    private Vocabulary() {}

    /** What a word stands for. */
    record Meaning(Term term, int value) {

        Token of(String word) {
            return new Token(term, word, value);
        }
    }

    /** Every word, in its plain spelling. */
    static Set<String> all() {
        return WORDS.keySet();
    }

    /** The word as it is written, or with its umlauts in two letters. */
    static Optional<Meaning> exact(String word) {
        return Optional.ofNullable(WORDS.get(word)).or(() -> Optional.ofNullable(WORDS.get(Spelling.folded(word))));
    }

    /**
     * The word that this one is with one letter wrong; empty if it might be words of different meanings. Of a word of four
     * letters two may be swapped. A word that switches on must be long, and must not be near to any that says the opposite.
     */
    static Optional<Meaning> misspelt(String word) {
        if (word.length() < SHORTEST_MISSPELT) {
            return Optional.empty();
        }
        var near = WORDS.keySet().stream()
                .filter(known -> Math.abs(known.length() - word.length()) <= 1 && Spelling.distance(word, known) <= 1)
                .toList();
        return near.stream()
                .map(WORDS::get)
                .distinct()
                .reduce((one, other) -> new Meaning(Term.UNKNOWN, 0))
                .filter(meaning -> meaning.term() != Term.UNKNOWN && forgives(meaning.term(), word, near));
    }

    private static boolean forgives(Term term, String word, List<String> near) {
        if (ON.contains(term)) {
            return near.stream().allMatch(known -> known.length() >= SHORTEST_MISSPELT_ON) && !isNearTheOpposite(word);
        }
        return !EXACT.contains(term)
                && near.stream()
                        .anyMatch(known -> known.length() >= SHORTEST_WITH_ANOTHER_LETTER || isSwapped(word, known));
    }

    private static boolean isSwapped(String word, String known) {
        return known.length() >= SHORTEST_MISSPELT
                && Arrays.equals(
                        word.chars().sorted().toArray(), known.chars().sorted().toArray());
    }

    private static boolean isNearTheOpposite(String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> AGAINST_ON.contains(entry.getValue().term()))
                .anyMatch(entry -> Spelling.distance(word, entry.getKey()) <= 2);
    }

    private static Map<String, Meaning> words() {
        var words = new LinkedHashMap<String, Meaning>();
        try (var file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("/sms/words.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(words, List.of(line.split("\\s+"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(words);
    }

    private static void add(Map<String, Meaning> words, List<String> line) {
        boolean numbered = Character.isDigit(line.get(1).charAt(0));
        var meaning = new Meaning(Term.valueOf(line.getFirst()), numbered ? Integer.parseInt(line.get(1)) : 0);
        line.stream().skip(numbered ? 2 : 1).flatMap(Vocabulary::spellings).forEach(word -> add(words, word, meaning));
    }

    private static Stream<String> spellings(String written) {
        var plain = Lexer.joined(Spelling.plain(written));
        return Arrays.stream(new String[] {plain, Spelling.folded(plain)}).distinct();
    }

    private static void add(Map<String, Meaning> words, String word, Meaning meaning) {
        var other = words.putIfAbsent(word, meaning);
        if (other != null && !other.equals(meaning)) {
            throw new IllegalStateException("the word " + word + " stands for " + other + " and " + meaning);
        }
    }
}
