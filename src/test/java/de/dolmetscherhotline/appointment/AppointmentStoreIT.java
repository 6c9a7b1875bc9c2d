package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** Base of the tests of what is stored about appointments: a district with a practice; nobody is texted. */
abstract class AppointmentStoreIT extends HotlineIT {

    static final String APPOINTMENTS = AppointmentsApi.PATH;

    private UUID district = new UUID(0, 0);
    private UUID practice = new UUID(0, 0);
    private String number = "";

    @BeforeEach
    void openAPractice() {
        district = district();
        number = Numbers.landline();
        practice = practice(number);
    }

    /** What is left of them would text people in other tests. */
    @AfterEach
    void appointmentsAreForgotten() {
        sql("delete from appointment");
        sql("delete from calendar_feed");
        sql("delete from work where kind like 'appointment-%' or kind = 'text'");
    }

    UUID practice(String phoneNumber) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Praxis " + UUID.randomUUID(),
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(phoneNumber)));
    }

    UUID practice() {
        return practice;
    }

    String number() {
        return number;
    }

    UUID itsDistrict() {
        return district;
    }

    /** In ten days. */
    static LocalDate day() {
        return LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(10);
    }

    Body onSite() {
        return Body.of(
                "organisationId",
                practice,
                "kind",
                "on_site",
                "date",
                day().toString(),
                "time",
                "14:00",
                "minutes",
                60,
                "municipality",
                "Helmstedt",
                "address",
                "Südertor 6",
                "language",
                "ar");
    }

    Body member() {
        return Bodies.interpreter(district);
    }

    InterpreterId add(Body member) {
        return new InterpreterId(created("/api/v1/interpreters", member));
    }

    AppointmentId book(Body wanted) {
        return new AppointmentId(created(APPOINTMENTS, wanted));
    }

    static <T> T wait(Mono<T> result) {
        return Objects.requireNonNull(result.block());
    }

    void sql(String sql) {
        database().sql(sql).then().block();
    }
}
