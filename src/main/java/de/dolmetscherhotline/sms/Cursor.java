package de.dolmetscherhotline.sms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads words one after the other. */
final class Cursor {

    private final List<Token> words;
    private int at;

    Cursor(List<Token> words) {
        this.words = words;
    }

    boolean atEnd() {
        return at >= words.size();
    }

    /** The word so many further on, 0 for the next; null beyond the end. */
    @Nullable
    Token peek(int further) {
        return at + further < words.size() ? words.get(at + further) : null;
    }

    boolean sees(Term term) {
        return sees(0, term);
    }

    boolean sees(int further, Term term) {
        var token = peek(further);
        return token != null && token.is(term);
    }

    boolean seesOneOf(Set<Term> terms) {
        var token = peek(0);
        return token != null && token.isOneOf(terms);
    }

    /** Goes past the next word if it is this one. */
    boolean take(Term term) {
        boolean found = sees(term);
        skip(found ? 1 : 0);
        return found;
    }

    Token next() {
        return words.get(at++);
    }

    void skip(int count) {
        at += count;
    }

    int position() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }
}
