package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Person.Sex;

/** Names of counts by age group and gender in a {@link Network}. */
final class Cells {

    private Cells() {}

    static String of(AgeGroup age) {
        return "age " + age;
    }

    static String of(Sex sex) {
        return "sex " + sex;
    }

    static String of(AgeGroup age, Sex sex) {
        return of(sex) + " " + of(age);
    }
}
