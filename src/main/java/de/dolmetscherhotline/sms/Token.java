package de.dolmetscherhotline.sms;

import java.util.Set;

/**
 * One word, number or sign of a text.
 *
 * @param word how it was written, without accents and in lower case
 * @param value the number that belongs to it, see {@link Term}; else 0
 */
record Token(Term term, String word, int value) {

    boolean is(Term one) {
        return term == one;
    }

    boolean isOneOf(Set<Term> terms) {
        return terms.contains(term);
    }

    /** The same word, understood in another way. */
    Token as(Term other, int otherValue) {
        return new Token(other, word, otherValue);
    }
}
