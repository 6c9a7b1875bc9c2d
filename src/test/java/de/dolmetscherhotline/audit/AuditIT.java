package de.dolmetscherhotline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;

/** What gets into the audit trail, and that it stays there. */
class AuditIT extends HotlineIT {

    /** Read this twice before you add to it: whoever looks there leaves no trace. */
    private static final Set<String> LOOKS_WITHOUT_TRACE = Set.of(
            "/api/v1/agreements",
            "/api/v1/agreements/{id}",
            "/api/v1/coverage",
            "/api/v1/coverage/gaps",
            "/api/v1/districts",
            "/api/v1/districts/{id}",
            "/api/v1/languages",
            "/api/v1/lines",
            "/api/v1/lines/{id}",
            "/api/v1/openapi",
            "/api/v1/openapi.yaml");

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private Retention retention;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void everyOperationOfTheApiIsRecordedButForThoseThatShowNobody() {
        var without = handlers.getHandlerMethods().entrySet().stream()
                .flatMap(handler -> handler.getKey().getPatternsCondition().getPatterns().stream()
                        .map(pattern -> pattern.getPatternString())
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .filter(pattern -> methods(handler.getKey()).stream()
                                .map(method -> operation(method, pattern).recording(handler.getValue(), false))
                                .anyMatch(Operation.Recording.NOT::equals)))
                .collect(Collectors.toSet());
        assertThat(without).isEqualTo(LOOKS_WITHOUT_TRACE);
    }

    /** Read this twice before you take something out: a transaction would be open while it waits for something else. */
    @Test
    void whatDoesMoreThanChangeTheDatabaseIsRecordedFirst() {
        assertThat(operations(Operation.Recording.FIRST))
                .containsOnlyKeys(
                        "POST /api/v1/calls/{callId}/transfer",
                        "POST /api/v1/calls/{callId}/interpreter",
                        "POST /api/v1/calls/{callId}/end",
                        "POST /api/v1/calls/{callId}/guests",
                        "PUT /api/v1/calls/{callId}/guests/{guestId}/hold",
                        "DELETE /api/v1/calls/{callId}/guests/{guestId}",
                        "POST /api/v1/interpreters/import",
                        "POST /api/v1/invitations",
                        "POST /api/v1/organisations/{id}/pin",
                        "POST /api/v1/organisations/{id}/webhook/test",
                        "POST /api/v1/requests",
                        "POST /api/v1/requests/{id}/repetition",
                        "POST /api/v1/requests/{id}/cancellation",
                        "POST /api/v1/requests/{id}/feedback");
    }

    /** What is done before it is subscribed to, or after the answer has begun, would not be in the transaction of its entry. */
    @Test
    void everyChangeIsOneAnswerToCome() {
        assertThat(operations(Operation.Recording.WITH_CHANGE))
                .isNotEmpty()
                .allSatisfy((operation, handler) ->
                        assertThat(handler.getMethod().getReturnType()).isEqualTo(Mono.class));
    }

    private Map<String, HandlerMethod> operations(Operation.Recording recording) {
        var found = new TreeMap<String, HandlerMethod>();
        handlers.getHandlerMethods()
                .forEach((mapping, handler) -> methods(mapping)
                        .forEach(method -> mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(pattern -> {
                                    if (operation(method, pattern.getPatternString())
                                                    .recording(handler, false)
                                            == recording) {
                                        found.put(method + " " + pattern.getPatternString(), handler);
                                    }
                                })));
        return found;
    }

    private static Set<HttpMethod> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::asHttpMethod)
                .collect(Collectors.toSet());
    }

    private static Operation operation(HttpMethod method, String pattern) {
        return new Operation(method, pattern, Map.of(), new LinkedMultiValueMap<>());
    }

    /** What shows people, as it is called: whether there is anything to be seen or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/interpreters",
                "/api/v1/organisations",
                "/api/v1/applications",
                "/api/v1/appointments",
                "/api/v1/sessions",
                "/api/v1/calls",
                "/api/v1/blocked-numbers",
                "/api/v1/audit"
            })
    void whoeverLooksAtAListLeavesATrace(String path) {
        long before = last();
        get(path + "?size=1").hasStatus(200);
        assertThat(since(before)).extracting(AuditEntry::detail).contains("GET " + path + "?size=1");
    }

    @Test
    void lookingChangingAndRemovingAreRecordedWithWhomAndWhy() {
        var organisation = organisation("Praxis Dr. Lindner");
        long before = last();
        var path = "/api/v1/organisations/" + organisation;
        get(path).hasStatus(200);
        Answer.to(api().post().uri(path + "/pin").header("Audit-Reason", "PIN verloren"))
                .hasStatus(200);
        Answer.to(api().delete().uri(path + "/pin").header("Audit-Reason", "Vertrag beendet"))
                .hasStatus(204);
        get(path + "/members").hasStatus(200);
        delete(path).hasStatus(204);
        var found = since(before);
        assertThat(found)
                .extracting(AuditEntry::action)
                .containsExactly(Action.VIEWED, Action.CHANGED, Action.REMOVED, Action.VIEWED, Action.REMOVED);
        assertThat(found)
                .extracting(AuditEntry::reason)
                .containsExactly(null, "PIN verloren", "Vertrag beendet", null, null);
        assertThat(found).allSatisfy(entry -> {
            assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.API_KEY);
            assertThat(entry.subjectKind()).isEqualTo("organisations");
            assertThat(entry.subjectId()).isEqualTo(organisation);
        });
    }

    @Test
    void keyFiguresAndHoursAreLooksAndTheirFilesExports() {
        var district = district();
        long before = last();
        for (var path : List.of("evaluation", "evaluation/fairness", "evaluation/hours", "evaluation/report/pdf")) {
            get(figures(path, district)).hasStatus(200);
        }
        for (var path : List.of("evaluation/export", "evaluation/hours/export", "evaluation/report/export")) {
            get(figures(path, district)).hasStatus(200);
        }
        assertThat(since(before))
                .extracting(AuditEntry::action)
                .containsExactly(
                        Action.VIEWED,
                        Action.VIEWED,
                        Action.VIEWED,
                        Action.VIEWED,
                        Action.EXPORTED,
                        Action.EXPORTED,
                        Action.EXPORTED);
    }

    private static String figures(String path, UUID district) {
        return "/api/v1/" + path + "?districtId=" + district + "&from=2026-01-01&to=2026-01-31";
    }

    @Test
    void everybodyWhomAListShowsCanBeFoundByIt() {
        var district = district();
        var one = created("/api/v1/organisations", body("Eine", district));
        var other = created("/api/v1/organisations", body("Andere", district));
        get("/api/v1/organisations?districtId=" + district).hasStatus(200);
        for (var id : List.of(one, other)) {
            get("/api/v1/audit?subject=" + id + "&action=viewed")
                    .hasStatus(200)
                    .has("[0].detail", "GET /api/v1/organisations?districtId=" + district)
                    .has("[0].actor", "api_key");
        }
    }

    @Test
    void whatWasRefusedHasChangedNothingAndIsNotRecorded() {
        long before = last();
        delete("/api/v1/organisations/" + UUID.randomUUID()).isProblem(404);
        post("/api/v1/organisations", body("", district())).isProblem(400);
        get("/api/v1/organisations/" + UUID.randomUUID()).isProblem(404);
        assertThat(since(before)).extracting(AuditEntry::detail).containsExactly("POST /api/v1/districts");
    }

    @Test
    void withoutItsEntryNothingIsChanged() {
        var organisation = organisation("Praxis Dr. Lindner");
        database()
                .sql(
                        "alter table audit_entry add constraint nothing_more check (subject_kind <> 'organisations') not valid")
                .then()
                .block();
        try {
            assertThat(delete("/api/v1/organisations/" + organisation).status()).isGreaterThanOrEqualTo(500);
            assertThat(get("/api/v1/organisations/" + organisation).status()).isGreaterThanOrEqualTo(500);
        } finally {
            database()
                    .sql("alter table audit_entry drop constraint nothing_more")
                    .then()
                    .block();
        }
        get("/api/v1/organisations/" + organisation).hasStatus(200);
    }

    @Test
    void anEntryIsThereOnlyIfItsTransactionIs() {
        long before = last();
        trail.record(Actor.system(), Action.CHANGED, Reference.toAll("audit"))
                .then(Mono.<Void>error(new IllegalStateException("no")))
                .as(transaction::transactional)
                .onErrorComplete()
                .block();
        assertThat(since(before)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set reason = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_entry where id = (select max(id) from audit_entry)"
            })
    void nobodyChangesOrDeletesAnEntry(String attempt) {
        organisation("Praxis Dr. Lindner");
        long before = last();
        assertThatThrownBy(() -> database().sql(attempt).then().block()).hasMessageContaining("append-only");
        assertThat(last()).isEqualTo(before);
    }

    @Test
    void oldEntriesGoWhenTheirTimeHasComeAndThatIsRecorded() {
        var old = insertedAt(TestTelephony.CLOCK.instant().minus(Duration.ofDays(1097)));
        var younger = insertedAt(TestTelephony.CLOCK.instant().minus(Duration.ofDays(1095)));
        long before = last();
        retention.forget().block();
        assertThat(exists(old)).isFalse();
        assertThat(exists(younger)).isTrue();
        assertThat(since(before))
                .extracting(AuditEntry::detail, entry -> entry.actor().kind())
                .containsExactly(tuple("1 old entries", Actor.Kind.SYSTEM));
    }

    @Test
    void theApiFindsByTimeAndPages() {
        organisation("Praxis Dr. Lindner");
        var now = TestTelephony.CLOCK.instant();
        get("/api/v1/audit?size=1&from=" + now).hasStatus(200).has("length()", 1);
        get("/api/v1/audit?from=" + now.plusSeconds(3600)).hasStatus(200).has("length()", 0);
        get("/api/v1/audit?action=nonsense").isProblem(400);
        Answer.to(anonymous().get().uri("/api/v1/audit")).isProblem(401);
    }

    private UUID organisation(String name) {
        return created("/api/v1/organisations", body(name, district()));
    }

    private static Body body(String name, UUID district) {
        return Body.of("districtId", district, "name", name, "kind", "practice");
    }

    private long last() {
        return database()
                .sql("select coalesce(max(id), 0) from audit_entry")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /** The oldest first. */
    private List<AuditEntry> since(long id) {
        return entries.page(new AuditQuery(null, null, null, null, null, null), 50, 0)
                .filter(entry -> entry.id() > id)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .reversed();
    }

    private long insertedAt(Instant at) {
        return database()
                .sql("insert into audit_entry (at, actor_kind, action, subject_kind, shown)"
                        + " values (:at, 'system', 'viewed', 'audit', '{}') returning id")
                .bind("at", at)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private boolean exists(long id) {
        return Boolean.TRUE.equals(database()
                .sql("select exists (select from audit_entry where id = :id)")
                .bind("id", id)
                .mapValue(Boolean.class)
                .one()
                .block());
    }
}
