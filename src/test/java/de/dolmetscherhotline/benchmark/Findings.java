package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.scenario.Invariants;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is left when everybody has hung up, and how it went. */
final class Findings {

    private static final int SHOWN = 10;
    private static final int HISTORIES = 5;

    private static final String NOT_ENDED =
            "select id::text as call, state_name, outcome from call where outcome is null or state_name <> 'Ended'";
    private static final String OPEN_OFFERS =
            "select id::text as offer, call_id::text as call, fate, dial from offer where closed_at is null";
    private static final String GUESTS =
            "select id::text as guest, call_id::text as call, state from guest where over_at is null";
    private static final String RESERVED =
            "select id::text as interpreter, reserved_for::text as call from interpreter where reserved_for is not null";
    private static final String GIVEN_UP =
            "select kind, call_id::text as call, last_error from work where given_up_at is not null";
    private static final String OVERDUE =
            "select kind, call_id::text as call, attempts, last_error from work where given_up_at is null"
                    + " and due_at < now() - interval '1 minute'";
    private static final String TWO_CONVERSATIONS =
            "select a.call_id::text as call, b.call_id::text as other from offer a join offer b on a.interpreter_id = b.interpreter_id"
                    + " where a.id < b.id and a.fate = 'accepted' and b.fate = 'accepted'"
                    + " and a.decided_at < b.closed_at and b.decided_at < a.closed_at";

    private static final Pattern LEG = Pattern.compile("CA[0-9a-f]{32}");
    private static final Pattern CALL_IN_URL = Pattern.compile("/twilio/calls/([0-9a-f-]{36})/");

    private static final String SLOWEST = "select id::text as call from call where connected_at is not null"
            + " order by connected_at - language_chosen_at desc limit 3";

    /** No answer in time, or an error: on a machine that is too slow for the rate of calls nobody's fault. */
    private static final Pattern TRANSPORT = Pattern.compile("timed out|\\((11205|11200|15003)\\)");

    private final Stores stores;
    private final TelephoneNetwork network;
    private final Balancer balancer;
    private final Legs legs;
    private final Path directory;
    private final Set<String> suspects = new LinkedHashSet<>();
    private final List<String> violations = new ArrayList<>();

    Findings(Stores stores, TelephoneNetwork network, Balancer balancer, Legs legs, Path directory) {
        this.stores = stores;
        this.network = network;
        this.balancer = balancer;
        this.legs = legs;
        this.directory = directory;
    }

    /** Returns when nothing is left, or after so long. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        var began = System.nanoTime();
        while (somethingIsLeft() && System.nanoTime() - began < atMost.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean somethingIsLeft() {
        return !engaged().isEmpty()
                || !stores.rows(NOT_ENDED).isEmpty()
                || !stores.rows(OPEN_OFFERS).isEmpty()
                || !stores.rows(GUESTS).isEmpty()
                || !stores.rows(RESERVED).isEmpty();
    }

    private List<String> engaged() {
        return network.phones().stream()
                .filter(phone -> phone.state() != Phone.State.IDLE)
                .map(phone -> phone.number() + " " + phone.state())
                .toList();
    }

    /** Prints everything. Returns what must not be. */
    List<String> print(PrintStream out, List<String> seenOnTheWay) throws IOException {
        var exchanges = network.exchanges();
        none("telephones that are still engaged", engaged());
        rows("calls without an end", NOT_ENDED);
        rows("offers that are still open", OPEN_OFFERS);
        rows("third parties who are not over", GUESTS);
        rows("people who are still reserved", RESERVED);
        rows("work that was given up", GIVEN_UP);
        rows("work that nobody does", OVERDUE);
        rows("conversations of one interpreter at the same time", TWO_CONVERSATIONS);
        none("calls answered but unknown", unknown(exchanges));
        none("telephones rung by two calls at once", rungTwice(exchanges));
        none("seen on the way", seenOnTheWay);
        seenOnTheWay.forEach(this::suspectCallOf);
        none(
                "objections of the network",
                objections(violation -> !TRANSPORT.matcher(violation).find()));
        if (stores.number("select count(*) from call where connected_at is not null") == 0) {
            violations.add("not a single conversation: this machine is too slow for so many calls a second");
        }
        figures(out, exchanges);
        violations.forEach(violation -> out.println("VIOLATED " + violation));
        histories(out, exchanges);
        return List.copyOf(violations);
    }

    private void rows(String what, String sql) {
        var rows = stores.rows(sql);
        rows.forEach(row -> suspects.add(String.valueOf(row.get("call"))));
        none(what, rows.stream().map(Object::toString).toList());
    }

    /** What was seen names the leg of an interpreter or of a caller. */
    private void suspectCallOf(String seen) {
        var leg = LEG.matcher(seen);
        if (leg.find()) {
            stores.rows("select call_id::text as call from offer where leg_sid = '" + leg.group()
                            + "' union select id::text from call where leg_sid = '" + leg.group()
                            + "' union select call_id::text from guest where leg_sid = '" + leg.group() + "'")
                    .forEach(row -> suspects.add(String.valueOf(row.get("call"))));
        }
    }

    private void none(String what, List<String> found) {
        if (!found.isEmpty()) {
            violations.add(found.size() + " " + what + ": "
                    + found.stream().limit(SHOWN).collect(Collectors.joining("\n    ", "\n    ", "")));
        }
    }

    /** A leg is known by itself, or by the call that it was told about: who returns puts another leg into the same call. */
    private List<String> unknown(List<Exchange> exchanges) {
        var known = new HashSet<String>();
        stores.rows("select id::text as call, leg_sid from call").forEach(row -> {
            known.add(String.valueOf(row.get("call")));
            known.add(String.valueOf(row.get("leg_sid")));
        });
        return exchanges.stream()
                .filter(exchange -> exchange.kind() == Exchange.Kind.VOICE && exchange.status() == 200)
                .filter(exchange -> "inbound".equals(exchange.params().get("Direction")))
                .filter(exchange -> !known.contains(toldAbout(exchange)))
                .map(exchange -> exchange.params().getOrDefault("CallSid", ""))
                .filter(leg -> !known.contains(leg))
                .distinct()
                .toList();
    }

    private static String toldAbout(Exchange exchange) {
        var call = CALL_IN_URL.matcher(String.valueOf(exchange.responseBody()));
        return call.find() ? call.group(1) : "";
    }

    /** The news that a call is over may be late or lost on its way: what counts is when it was over in the network. */
    private List<String> rungTwice(List<Exchange> exchanges) {
        return Invariants.telephonesRungByTwoCallsAtOnce(exchanges).stream()
                .filter(clash -> legs.endOf(clash.earlier()).isAfter(clash.at()))
                .map(Object::toString)
                .toList();
    }

    private List<String> objections(Predicate<String> wanted) {
        return network.violations().stream()
                .filter(wanted)
                .map(violation -> violation.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}[0-9a-f]{32}", "…"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .toList();
    }

    private void figures(PrintStream out, List<Exchange> exchanges) {
        var webhooks = balancer.passed().stream()
                .filter(each -> each.path().startsWith("/twilio/"))
                .toList();
        figure(out, "calls made", inbound(exchanges) + ", in the log " + stores.number("select count(*) from call"));
        figure(out, "outcomes", count(stores.rows("select coalesce(outcome, 'none') as what from call")));
        figure(out, "third parties", count(stores.rows("select state as what from guest")));
        figure(out, "offers", count(stores.rows("select coalesce(fate, 'open') as what from offer")));
        figure(
                out,
                "webhooks sent",
                webhooks.size() + ", answered 5xx "
                        + webhooks.stream().filter(each -> each.status() >= 500).count()
                        + ", repeated on the other node "
                        + balancer.failed());
        objections(TRANSPORT.asPredicate()).forEach(failed -> figure(out, "webhooks failed", failed));
        figure(
                out,
                "webhook latency, ms",
                percentiles(webhooks.stream().map(Balancer.Passed::millis).toList()));
        figure(
                out,
                "language chosen to connected, s",
                percentiles(stores
                        .rows("select extract(epoch from connected_at - language_chosen_at)::float8 as wait from call"
                                + " where connected_at is not null")
                        .stream()
                        .map(row -> Double.parseDouble(String.valueOf(row.get("wait"))))
                        .toList()));
    }

    private static long inbound(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.kind() == Exchange.Kind.VOICE)
                .map(Exchange::params)
                .filter(params -> "inbound".equals(params.get("Direction")))
                .map(params -> params.get("CallSid"))
                .distinct()
                .count();
    }

    private static Map<String, Long> count(List<Map<String, Object>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.get("what")), TreeMap::new, Collectors.counting()));
    }

    static void figure(PrintStream out, String what, Object value) {
        out.printf("%-40s %s%n", what, value);
    }

    private static String percentiles(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f"
                        .formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    /**
     * What happened to each call that went wrong, as the application saw it and as the network did; and, for comparison, to
     * those that waited longest.
     */
    private void histories(PrintStream out, List<Exchange> exchanges) throws IOException {
        suspects.remove("null");
        int shown = 0;
        for (var call : suspects) {
            var history = history(call, exchanges);
            Files.write(directory.resolve("call-" + call + ".txt"), history);
            if (shown++ < HISTORIES) {
                out.println("HISTORY of " + call);
                history.forEach(out::println);
            }
        }
        for (var slow : stores.rows(SLOWEST)) {
            var call = String.valueOf(slow.get("call"));
            Files.write(directory.resolve("slow-" + call + ".txt"), history(call, exchanges));
        }
    }

    private List<String> history(String call, List<Exchange> exchanges) {
        var history = new ArrayList<String>();
        lines(history, "select * from call where id = '" + call + "'");
        lines(
                history,
                "select happened_at, seq, event, detail::text, state_after from call_event where call_id = '" + call
                        + "' order by seq");
        lines(history, "select * from offer where call_id = '" + call + "' order by offered_at");
        lines(history, "select * from guest where call_id = '" + call + "' order by invited_at");
        lines(
                history,
                "select kind, payload::text, due_at, attempts, leased_until, given_up_at, last_error from work"
                        + " where call_id = '" + call + "' order by id");
        var legs = new HashSet<String>();
        stores.rows("select leg_sid from call where id = '" + call
                        + "' union select leg_sid from offer where call_id = '" + call
                        + "' union select leg_sid from guest where call_id = '" + call + "'")
                .forEach(row -> legs.add(String.valueOf(row.get("leg_sid"))));
        exchanges.stream()
                .filter(exchange -> concerns(exchange, call, legs))
                .forEach(exchange -> history.add(exchange.at() + " " + exchange.kind() + " " + exchange.method() + " "
                        + exchange.url() + " " + brief(exchange.params()) + " → " + exchange.status()));
        return history;
    }

    private void lines(List<String> history, String sql) {
        stores.rows(sql)
                .forEach(row -> history.add(row.values().stream()
                        .map(String::valueOf)
                        .map(value -> value.startsWith("JsonByteArrayInput") ? "…" : value)
                        .collect(Collectors.joining(" | "))));
    }

    private static boolean concerns(Exchange exchange, String call, Set<String> legs) {
        return exchange.url().contains(call)
                || exchange.params().values().stream().anyMatch(value -> value.contains(call))
                || legs.contains(exchange.params().getOrDefault("CallSid", ""))
                || legs.stream().anyMatch(leg -> exchange.url().contains(leg));
    }

    private static Map<String, String> brief(Map<String, String> params) {
        var kept = new TreeMap<>(params);
        kept.keySet()
                .removeIf(
                        name -> name.matches(
                                ".*(City|State|Zip|Country|AccountSid|ApiVersion|Caller|Called|Timestamp|CallbackSource|Coaching)"));
        return kept;
    }
}
