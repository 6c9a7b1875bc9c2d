package de.dolmetscherhotline.signin;

import de.dolmetscherhotline.platform.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords, which takes a tenth of a second on purpose: on threads of its own, so that calls never wait for people who
 * sign in. When too many wait, it fails with a RejectedExecutionException.
 */
@Component
public class Passwords implements DisposableBean {

    /** In characters. Long ones that people can remember are better than short ones with odd characters. */
    static final int SHORTEST = 12;

    /** In bytes of UTF-8; bcrypt knows no more. */
    static final int LONGEST = 72;

    private static final int LEAST_DIFFERENT = 5;
    private static final int STRENGTH = 11;
    private static final int THREADS = 2;
    private static final int WAITING = 50;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "passwords");
    private final Set<String> common = common();
    private final String nobodys = encoder.encode(Secret.random().text());

    public Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(scheduler);
    }

    public Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(scheduler);
    }

    /** False, after the time that {@link #matches} takes. */
    public Mono<Boolean> matchesNobody(String password) {
        return matches(password, nobodys).map(impossible -> false);
    }

    /** What is wrong with a password that somebody wants; the key of a message. */
    public Optional<String> problem(String password) {
        if (password.isEmpty()) {
            return Optional.of("portal.problem.password-missing");
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("portal.problem.password-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("portal.problem.password-long");
        }
        return isEasy(password) ? Optional.of("portal.problem.password-common") : Optional.empty();
    }

    private boolean isEasy(String password) {
        return password.chars().distinct().count() < LEAST_DIFFERENT
                || common.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("signin/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
