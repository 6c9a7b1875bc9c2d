package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Redis may be away: calls still connect. */
class RedisAwayIT extends PhoneScriptIT {

    private static final Duration FAST = Duration.ofSeconds(1);

    /** How long interpreters are left alone after a conversation. */
    private static final Duration REST = Duration.ofSeconds(60);

    @Autowired
    private Environment environment;

    @Test
    void callsConnectAndWebhooksStayFastWhileRedisIsFrozen() throws IOException, InterruptedException {
        var amina = interpreter("ar");
        var doctor = practice();
        signal("STOP");
        try {
            fast(() -> doctor.phone().dial(line));
            fast(() -> doctor.phone().press("1"));
            seconds(3);
            amina.isRinging();
            fast(() -> amina.phone().pickUp());
            fast(() -> amina.phone().press("1"));
            seconds(5);
            doctor.talksWith(amina);

            Answer.to(anonymous().get().uri("/actuator/health/readiness"))
                    .hasStatus(200)
                    .has("$.status", "UP");
        } finally {
            signal("CONT");
        }
        amina.hangsUp();
        doctor.hangsUp();
        seconds(30);
        sessions().latestHas("outcome", "connected");
    }

    @Test
    void callsComeAndGoForAMinuteWhileRedisIsFrozen() throws IOException, InterruptedException {
        var amina = interpreter("ar");
        var berta = interpreter("uk");
        var doctor = practice();
        var teacher = practice();
        var patient = practice();
        talk(teacher, "2", berta);
        signal("STOP");
        try {
            for (var call = 0; call < 2; call++) {
                talk(doctor, "1", amina);
                seconds(10);
                doctor.hangsUp();
                amina.hangsUp();
                seconds(20);
                amina.isFree();
                pass(REST);
            }
            patient.dials(line).presses("1");
            seconds(2);
            amina.isRinging();
            teacher.talksWith(berta);
        } finally {
            signal("CONT");
        }
        seconds(6);
        amina.accepts();
        seconds(5);
        patient.talksWith(amina);
        List.of(teacher, patient).forEach(Person::hangsUp);
        seconds(30);
        assertThat(sessions().count(4).all("outcome")).containsOnly("connected");
    }

    /** What the deed makes the network ask is answered at once. */
    private static void fast(Runnable deed) {
        var started = System.nanoTime();
        deed.run();
        NETWORK.runDue();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(FAST);
    }

    private void signal(String name) throws IOException, InterruptedException {
        var directory = Path.of(environment.getRequiredProperty("hotline.local.directory"));
        var pid = Files.readString(directory.resolve("redis/redis.pid")).strip();
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}
