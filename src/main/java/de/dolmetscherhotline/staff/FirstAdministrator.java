package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.signin.Passwords;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets the first administrator in, whom the environment names: somebody must invite the others. Whoever is there already stays
 * as she is, so that the password in the environment opens nothing once she has changed it.
 */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Settings settings;
    private final Districts districts;
    private final StaffAdministration administration;
    private final Passwords passwords;

    FirstAdministrator(
            Settings settings, Districts districts, StaffAdministration administration, Passwords passwords) {
        this.settings = settings;
        this.districts = districts;
        this.administration = administration;
        this.passwords = passwords;
    }

    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> admit() {
        return settings.mail().isBlank()
                ? Mono.empty()
                : Mono.justOrEmpty(MailAddress.parse(settings.mail()))
                        .filter(mail -> passwords.problem(settings.password()).isEmpty())
                        .flatMap(this::admit)
                        .switchIfEmpty(Mono.fromRunnable(() -> log.error(
                                "HOTLINE_ADMIN_MAIL is no mail address, or HOTLINE_ADMIN_PASSWORD is shorter than 12"
                                        + " characters or easy to guess: no administrator was added")))
                        .doOnError(failure -> log.error("The first administrator could not be added", failure))
                        .onErrorComplete()
                        .then();
    }

    private Mono<Boolean> admit(MailAddress mail) {
        return district()
                .flatMap(district ->
                        administration.admit(district, settings.name(), mail, Role.ADMINISTRATOR, settings.password()))
                .doOnNext(added -> {
                    if (added) {
                        log.info("The first administrator can sign in at {}", DashboardAccess.PATH);
                    }
                });
    }

    /** The district of this name, which is added if there is none; without a name the oldest. */
    private Mono<DistrictId> district() {
        return districts
                .all()
                .filter(district ->
                        settings.district().isBlank() || settings.district().equals(district.name()))
                .next()
                .map(District::id)
                .switchIfEmpty(Mono.defer(this::newDistrict));
    }

    private Mono<DistrictId> newDistrict() {
        var name = settings.district().isBlank() ? "Landkreis" : settings.district();
        var district = new District(DistrictId.random(), name, ZONE, District.DEFAULT_REGION);
        return districts.add(district).thenReturn(district.id());
    }

    /**
     * Who is to be the first administrator; nobody without a mail address.
     *
     * @param district to which she belongs, by name
     */
    @ConfigurationProperties("hotline.admin")
    record Settings(
            @DefaultValue("") String mail,
            @DefaultValue("") String password,
            @DefaultValue("Administration") String name,
            @DefaultValue("") String district) {

        @Override
        public String toString() {
            return "Settings";
        }
    }
}
