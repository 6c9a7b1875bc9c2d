package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Subject;
import java.util.List;
import java.util.Random;

/** What calls in tests need. */
final class Needs {

    private static final Language ARABIC = new Language("ar");

    static final Need ORDINARY = new Need(ARABIC, null, GenderWish.none(), false);
    static final Need EMERGENCY = new Need(ARABIC, null, GenderWish.none(), true);
    static final Need MEDICAL = new Need(ARABIC, Subject.MEDICAL, GenderWish.none(), false);

    private Needs() {}

    static Need withGender(GenderWish wish) {
        return new Need(ARABIC, null, wish, false);
    }

    static Need emergencyWithGender(GenderWish wish) {
        return new Need(ARABIC, null, wish, true);
    }

    static Need any(Random random) {
        var gender = CandidateBuilder.oneOf(random, Gender.values());
        var wishes = List.of(GenderWish.none(), GenderWish.wish(gender), GenderWish.requirement(gender));
        var subject = random.nextBoolean() ? null : CandidateBuilder.oneOf(random, Subject.values());
        return new Need(ARABIC, subject, wishes.get(random.nextInt(3)), random.nextBoolean());
    }
}
