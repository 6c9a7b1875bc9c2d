package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.pool.NewInterpreter.orNone;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.platform.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;

/**
 * Whether what is to be recorded about a member makes sense as a whole, on a certain day.
 *
 * @param today the day in the district
 */
record Plausibility(NewInterpreter body, LocalDate today) {

    static final String MINOR = "an active interpreter must be at least 18 years old";

    private static final String FUTURE = "must not be in the future";

    /** The first thing that makes no sense; empty if all does. */
    Optional<ErrorResponseException> problem() {
        return Stream.of(lists(), dates(), age())
                .flatMap(problems -> problems)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<Optional<ErrorResponseException>> lists() {
        return Stream.of(
                repeated("languages", body.languages(), NewInterpreter.Skill::tag, "must not name a language twice"),
                repeated(
                        "subjectQualifications",
                        orNone(body.subjectQualifications()),
                        NewInterpreter.Qualification::subject,
                        "must not name a subject twice"),
                repeated(
                        "obligations",
                        orNone(body.obligations()),
                        NewInterpreter.Proof::kind,
                        "must not name a kind twice"),
                repeated(
                        "doNotPair",
                        orNone(body.doNotPair()),
                        NewInterpreter.Exclusion::organisationId,
                        "must not name an organisation twice"),
                strangeSubject());
    }

    private Stream<Optional<ErrorResponseException>> dates() {
        return Stream.of(
                ifFuture("dateOfBirth", body.dateOfBirth()),
                ifFuture("secrecyDeclaredOn", body.secrecyDeclaredOn()),
                ofEach("obligations", orNone(body.obligations()), this::problem),
                ofEach(
                        "subjectQualifications",
                        orNone(body.subjectQualifications()),
                        (field, qualification) -> ifFuture(field + ".since", qualification.since())),
                contradictorySecrecy());
    }

    private Stream<Optional<ErrorResponseException>> age() {
        if (body.status() != Status.ACTIVE) {
            return Stream.empty();
        }
        return Stream.of(
                body.dateOfBirth() == null
                        ? invalid("dateOfBirth", "is required for an active interpreter")
                        : Optional.empty(),
                body.profile().isAdultOn(today) ? Optional.empty() : invalid("dateOfBirth", MINOR));
    }

    /** Qualifications tell more of the subjects that are listed, if any list is given. */
    private Optional<ErrorResponseException> strangeSubject() {
        var subjects = body.subjects();
        if (subjects == null) {
            return Optional.empty();
        }
        return ofEach(
                "subjectQualifications",
                orNone(body.subjectQualifications()),
                (field, qualification) -> subjects.contains(qualification.subject())
                        ? Optional.empty()
                        : invalid(field + ".subject", "must be one of the subjects"));
    }

    private Optional<ErrorResponseException> problem(String field, NewInterpreter.Proof proof) {
        var end = proof.validUntil();
        return end != null && end.isBefore(proof.issuedOn())
                ? invalid(field + ".validUntil", "must not be before the day of issue")
                : ifFuture(field + ".issuedOn", proof.issuedOn());
    }

    private Optional<ErrorResponseException> contradictorySecrecy() {
        var declared = body.secrecyDeclaredOn();
        return declared != null
                        && orNone(body.obligations()).stream()
                                .filter(proof -> proof.kind() == ObligationKind.SECRECY)
                                .anyMatch(proof -> !proof.issuedOn().equals(declared))
                ? invalid("secrecyDeclaredOn", "contradicts the day in obligations")
                : Optional.empty();
    }

    private Optional<ErrorResponseException> ifFuture(String field, @Nullable LocalDate day) {
        return day != null && day.isAfter(today) ? invalid(field, FUTURE) : Optional.empty();
    }

    private static <T> Optional<ErrorResponseException> repeated(
            String field, List<T> entries, Function<T, ?> name, String message) {
        return entries.stream().map(name).distinct().count() < entries.size()
                ? invalid(field, message)
                : Optional.empty();
    }

    private static <T> Optional<ErrorResponseException> ofEach(String list, List<T> entries, Check<T> check) {
        return IntStream.range(0, entries.size())
                .mapToObj(n -> check.of(list + "[" + n + "]", entries.get(n)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ErrorResponseException> invalid(String field, String message) {
        return Optional.of(Problems.invalid(field, message));
    }

    @FunctionalInterface
    private interface Check<T> {
        Optional<ErrorResponseException> of(String field, T entry);
    }
}
