package de.dolmetscherhotline.demo;

import de.dolmetscherhotline.demo.People.Volunteer;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.pool.SubjectSkill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the people of the demonstration have declared, shown and learnt: invented, and of every age. */
final class Papers {

    private static final String COURSE = "Grundlehrgang Sprachmittlung, Kreisvolkshochschule (Beispiel)";
    private static final String MEDICAL_COURSE = "Dolmetschen im Gesundheitswesen, 40 Stunden (Beispiel)";
    private static final String SWORN = "Allgemein beeidigt, Landgericht (Beispiel)";

    private Papers() {}

    /** Applicants have none; some certificates run out within the next weeks, and one has. */
    static List<Obligation> obligations(Volunteer volunteer, LocalDate today) {
        if (volunteer.status() == Status.APPLIED) {
            return List.of();
        }
        var all = new ArrayList<Obligation>();
        all.add(Obligation.of(ObligationKind.SECRECY, today.minusMonths(6)));
        if (volunteer.status() == Status.ACTIVE) {
            all.add(new Obligation(ObligationKind.TRAINING, today.minusMonths(5), null, COURSE));
            all.add(new Obligation(
                    ObligationKind.CRIMINAL_RECORD, today.minusYears(4), certificateEnds(volunteer, today), null));
        }
        return List.copyOf(all);
    }

    private static LocalDate certificateEnds(Volunteer volunteer, LocalDate today) {
        if (volunteer.name().equals(People.WITH_AN_OLD_CERTIFICATE)) {
            return today.minusDays(12);
        }
        return switch (volunteer.role()) {
            case ASYLBEGLEITER -> today.plusDays(6);
            case INTEGRATIONSLOTSE -> today.plusDays(25);
            case VOLUNTEER -> today.plusMonths(14);
            case SWORN, EMPLOYED -> today.plusMonths(10);
        };
    }

    static List<SubjectSkill> subjects(Volunteer volunteer, LocalDate today) {
        return volunteer.subjects().stream()
                .sorted()
                .map(subject -> new SubjectSkill(subject, qualification(volunteer, subject), today.minusMonths(5)))
                .toList();
    }

    private static String qualification(Volunteer volunteer, Subject subject) {
        if (subject == Subject.MEDICAL) {
            return MEDICAL_COURSE;
        }
        return volunteer.role() == Role.SWORN ? SWORN : COURSE;
    }
}
