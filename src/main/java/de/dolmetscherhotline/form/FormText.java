package de.dolmetscherhotline.form;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form in one language, as a file has it: each paragraph below its name in square brackets; lines that begin with {@code #}
 * are remarks. The beginning of the name says what the paragraph is.
 */
record FormText(List<Paragraph> paragraphs) {

    private static final Pattern NAME = Pattern.compile("\\[([a-z]+(?:-[a-z]+)*)]");
    private static final String UNREADABLE = "\uFFFD";

    FormText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A paragraph under the name by which it is found in the other languages. */
    record Paragraph(String name, Kind kind, String text) {}

    /** What a paragraph is on paper. */
    enum Kind {
        TITLE("title"),
        /** That this is a template; stands on every page. */
        MARK("mark"),
        HEADING("heading-"),
        TEXT("text-"),
        /** Has a box to tick. */
        BOX("box-"),
        /** Has a line to write on. */
        LINE("line-"),
        /** Has room to sign. */
        SIGNATURE("signature-");

        private final String beginning;

        Kind(String beginning) {
            this.beginning = beginning;
        }

        private boolean isOf(String name) {
            return beginning.endsWith("-") ? name.startsWith(beginning) : name.equals(beginning);
        }

        private static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.isOf(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a paragraph cannot be called [" + name + "]"));
        }
    }

    /** @throws IllegalArgumentException if it is no form; says why */
    static FormText parse(String file) {
        if (file.contains(UNREADABLE)) {
            throw new IllegalArgumentException("it is not in UTF-8");
        }
        var paragraphs = new ArrayList<Paragraph>();
        String name = "";
        var lines = new ArrayList<String>();
        for (String line : remarksRemoved(file)) {
            Matcher heading = NAME.matcher(line);
            if (heading.matches()) {
                add(paragraphs, name, lines);
                name = heading.group(1);
                lines.clear();
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        add(paragraphs, name, lines);
        return checked(new FormText(paragraphs));
    }

    private static List<String> remarksRemoved(String file) {
        return file.lines()
                .map(line -> line.strip().replace("\uFEFF", ""))
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static void add(List<Paragraph> paragraphs, String name, List<String> lines) {
        if (name.isEmpty() && lines.isEmpty()) {
            return;
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("its first paragraph has no name in square brackets");
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the paragraph [" + name + "] is empty");
        }
        paragraphs.add(new Paragraph(name, Kind.of(name), String.join(" ", lines)));
    }

    private static FormText checked(FormText form) {
        var seen = new HashSet<String>();
        for (String name : form.names()) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("there are two paragraphs [" + name + "]");
            }
        }
        if (!seen.contains("title") || !seen.contains("mark")) {
            throw new IllegalArgumentException("it needs the paragraphs [title] and [mark]");
        }
        return form;
    }

    List<String> names() {
        return paragraphs.stream().map(Paragraph::name).toList();
    }

    String title() {
        return text("title");
    }

    String mark() {
        return text("mark");
    }

    /** The paragraph of this name, which must exist. */
    String text(String name) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.name().equals(name))
                .map(Paragraph::text)
                .findFirst()
                .orElseThrow();
    }

    /** All but title and mark, which do not stand among the others. */
    List<Paragraph> body() {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.kind() != Kind.TITLE && paragraph.kind() != Kind.MARK)
                .toList();
    }

    /** In which direction it is written: {@code ltr} or {@code rtl}, as in HTML. */
    String direction() {
        return new Bidi(title(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
    }
}
