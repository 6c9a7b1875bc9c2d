package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Amina, a member of a pool of her own, and the way to her page. */
abstract class VolunteerIT extends HotlineIT {

    @Autowired
    private Links links;

    private UUID district = new UUID(0, 0);
    private UUID amina = new UUID(0, 0);

    @BeforeEach
    void aMember() {
        district = district();
        amina = created("/api/v1/interpreters", member("Amina Haddad"));
    }

    Links links() {
        return links;
    }

    UUID amina() {
        return amina;
    }

    UUID itsDistrict() {
        return district;
    }

    String newLink() {
        return newLink(amina);
    }

    String newLink(UUID who) {
        return Objects.requireNonNull(links.newLink(new InterpreterId(who)).block())
                .getPath();
    }

    /** Amina on her page. */
    Guest guest() {
        return guest(amina);
    }

    Guest guest(UUID who) {
        return Guest.opening(anonymous(), newLink(who));
    }

    Body member(String name) {
        return Bodies.interpreter(district)
                .with("name", name)
                .with("languages", List.of(Map.of("tag", "ar", "level", "native"), Map.of("tag", "fr", "level", "b2")));
    }
}
