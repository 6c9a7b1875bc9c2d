package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Phone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;

/** What must hold however many call at once, and whatever breaks. */
public final class Invariants {

    private static final Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");

    private Invariants() {}

    /** A telephone that was called again although it was not known that the earlier call is over. */
    public record Clash(String number, Instant at, String earlier, String later) {}

    /**
     * From the order to dial until the network said that the leg is over, no telephone is called a second time.
     *
     * @param exchanges in the order they began
     */
    static void noTelephoneIsRungByTwoCallsAtOnce(List<Exchange> exchanges) {
        assertThat(telephonesRungByTwoCallsAtOnce(exchanges))
                .as("telephones rung by two calls at once")
                .isEmpty();
    }

    /** Whom this happened to; {@code exchanges} in the order they began. */
    public static List<Clash> telephonesRungByTwoCallsAtOnce(List<Exchange> exchanges) {
        var live = new HashMap<String, String>();
        var numberOf = new HashMap<String, String>();
        var clashes = new ArrayList<Clash>();
        for (var exchange : exchanges) {
            if (isDial(exchange) && exchange.status() == 201) {
                String sid = JsonPath.read(exchange.responseBody(), "$.sid");
                var number = String.valueOf(exchange.params().get("To"));
                numberOf.put(sid, number);
                var other = live.put(number, sid);
                if (other != null) {
                    clashes.add(new Clash(number, exchange.at(), other, sid));
                }
            } else {
                overIn(exchange).ifPresent(sid -> live.remove(numberOf.getOrDefault(sid, ""), sid));
            }
        }
        return clashes;
    }

    private static boolean isDial(Exchange exchange) {
        return exchange.kind() == Exchange.Kind.REST
                && exchange.method().equals("POST")
                && exchange.url().endsWith("/Calls.json");
    }

    /** The leg of which this exchange tells that it is over. */
    private static Optional<String> overIn(Exchange exchange) {
        if (exchange.kind() == Exchange.Kind.REST) {
            return exchange.url().contains("/Calls/") && exchange.status() == 200
                    ? over(
                            JsonPath.read(exchange.responseBody(), "$.sid"),
                            JsonPath.read(exchange.responseBody(), "$.status"))
                    : Optional.empty();
        }
        return over(
                exchange.params().getOrDefault("CallSid", ""), exchange.params().getOrDefault("CallStatus", ""));
    }

    private static Optional<String> over(String sid, String status) {
        return OVER.contains(status) ? Optional.of(sid) : Optional.empty();
    }

    /** Whoever talks talks with exactly one other, who talks with them. */
    static void conversationsAreBetweenTwo(Collection<Phone> phones) {
        var partners = new HashMap<String, Set<String>>();
        phones.forEach(phone -> partners.put(phone.number(), phone.talkingWith()));
        partners.forEach((number, others) -> {
            assertThat(others).as("who talks with %s", number).hasSizeLessThanOrEqualTo(1);
            others.forEach(
                    other -> assertThat(partners.getOrDefault(other, Set.of())).contains(number));
        });
    }

    /** Whoever accepted is let go before she accepts again. */
    static void nobodyIsInTwoConversations(DatabaseClient database, Instant since) {
        assertThat(rows(database, since, """
                        select a.id as one, b.id as other from offer a join offer b on a.interpreter_id = b.interpreter_id
                        where a.offered_at >= :since and b.offered_at >= :since and a.id < b.id
                          and a.fate = 'accepted' and b.fate = 'accepted'
                          and a.decided_at < b.closed_at and b.decided_at < a.closed_at"""))
                .as("conversations of one interpreter at the same time")
                .isEmpty();
    }

    /** When everybody has hung up, everything is settled. */
    static void nothingIsLeft(DatabaseClient database, Instant since, Collection<Phone> phones) {
        assertThat(phones)
                .allSatisfy(phone -> assertThat(phone.state())
                        .as("telephone of %s", phone.number())
                        .isEqualTo(Phone.State.IDLE));
        assertThat(rows(database, since, """
                        select i.id, i.reserved_for from interpreter i join call c on c.id = i.reserved_for
                        where c.dialled_at >= :since"""))
                .as("people who are still reserved")
                .isEmpty();
        assertThat(rows(database, since, "select id, fate from offer where closed_at is null and offered_at >= :since"))
                .as("offers that are still open")
                .isEmpty();
        assertThat(rows(database, since, """
                        select id, state_name from call
                        where dialled_at >= :since and (outcome is null or state_name <> 'Ended')""")).as("calls without an end").isEmpty();
        assertThat(rows(database, since, """
                        select kind, payload::text, last_error from work
                        where given_up_at is not null and created_at >= :since""")).as("work that was given up").isEmpty();
    }

    private static List<Map<String, Object>> rows(DatabaseClient database, Instant since, String sql) {
        return database.sql(sql)
                .bind("since", since)
                .fetch()
                .all()
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }
}
