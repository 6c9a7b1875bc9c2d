package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.HotlineIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The conversations of which hours are sums are what follows from offers and calls, whatever changed these. */
class ConversationsIT extends HotlineIT {

    private static final long SEED = Long.getLong("history.seed", 20_170_425L);
    private static final Instant BEGIN = Instant.parse("2025-05-05T08:00:00Z");

    /** A call, and who said yes to it. */
    private static final class Taken {
        final UUID call = UUID.randomUUID();
        final UUID offer = UUID.randomUUID();

        @Nullable
        UUID who;

        String fate = "accepted";
        Instant decided = BEGIN;

        @Nullable
        Instant closed;

        @Nullable
        Instant connected;

        @Nullable
        Instant ended;

        boolean erased;

        Taken(UUID who) {
            this.who = who;
        }

        @Nullable
        Kept expected() {
            if (erased || who == null || !fate.equals("accepted") || closed == null || connected == null) {
                return null;
            }
            if (!closed.isAfter(connected)) {
                return null;
            }
            var began = decided.isAfter(connected) ? decided : connected;
            var until = ended != null && ended.isBefore(closed) ? ended : closed;
            long millis = Math.max(0, Duration.between(began, until).toMillis());
            return new Kept(who, began, (int) Math.ceilDiv(millis, 60_000));
        }
    }

    private record Kept(UUID who, Instant began, int minutes) {}

    private Random random = new Random(SEED);
    private UUID district = new UUID(0, 0);

    /** Calls that nobody can read must not be met by others who look after calls. */
    @AfterEach
    void callsAreForgotten() {
        sql("delete from call where district_id = '" + district + "'");
    }

    @RepeatedTest(3)
    void conversationsAreWhatFollowsFromOffersAndCalls(RepetitionInfo repetition) {
        random = new Random(SEED + repetition.getCurrentRepetition());
        district = district();
        List<Taken> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(add());
        }
        for (int i = 0; i < 240; i++) {
            change(all.get(random.nextInt(all.size())));
        }
        var expected = all.stream()
                .filter(taken -> taken.expected() != null)
                .collect(Collectors.toMap(taken -> taken.offer, taken -> Objects.requireNonNull(taken.expected())));
        assertThat(expected).isNotEmpty();
        assertThat(kept(all)).isEqualTo(expected);
    }

    private Taken add() {
        var taken = new Taken(UUID.randomUUID());
        taken.connected = random.nextBoolean() ? aTime() : null;
        taken.closed = random.nextBoolean() ? aTime() : null;
        sql("insert into interpreter (id, district_id, name, status) values ('%s', '%s', 'Dolmetscherin', 'resting')"
                .formatted(taken.who, district));
        sql(
                "insert into call (id, district_id, state_name, state, dialled_at, connected_at) values ('%s', '%s', 'Ended', '{}', '%s', %s)"
                        .formatted(taken.call, district, BEGIN, quoted(taken.connected)));
        sql("insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate)"
                + " values ('%s', '%s', '%s', 1, '%s', '%s', %s, 'accepted')"
                        .formatted(taken.offer, taken.call, taken.who, BEGIN, taken.decided, quoted(taken.closed)));
        return taken;
    }

    private void change(Taken taken) {
        switch (random.nextInt(12)) {
            case 0 -> {
                taken.fate = taken.fate.equals("accepted") ? "lost" : "accepted";
                ofOffer(taken, "fate = '" + taken.fate + "'");
            }
            case 1, 2 -> {
                taken.decided = aTime();
                ofOffer(taken, "decided_at = '" + taken.decided + "'");
            }
            case 3, 4, 5 -> {
                taken.closed = random.nextInt(4) == 0 ? null : aTime();
                ofOffer(taken, "closed_at = " + quoted(taken.closed));
            }
            case 6, 7, 8 -> {
                taken.connected = random.nextInt(4) == 0 ? null : aTime();
                ofCall(taken, "connected_at = " + quoted(taken.connected));
            }
            case 9, 10 -> {
                taken.ended = random.nextInt(4) == 0 ? null : aTime();
                ofCall(
                        taken,
                        "ended_at = %s, outcome = %s"
                                .formatted(quoted(taken.ended), taken.ended == null ? "null" : "'connected'"));
            }
            default -> goes(taken);
        }
    }

    /** Seldom, and for good. */
    private void goes(Taken taken) {
        if (random.nextInt(5) == 0) {
            taken.erased = true;
            sql("delete from call where id = '" + taken.call + "'");
        } else if (random.nextInt(5) == 0) {
            sql("delete from interpreter where id = '" + taken.who + "'");
            taken.who = null;
        }
    }

    private Instant aTime() {
        return BEGIN.plusMillis(random.nextInt(20) * 60_000L + random.nextInt(3) * 500L);
    }

    private Map<UUID, Kept> kept(List<Taken> all) {
        return Objects.requireNonNull(database()
                .sql("select * from conversation where offer_id = any(:offers)")
                .bind("offers", all.stream().map(taken -> taken.offer).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        row.get("offer_id", UUID.class),
                        new Kept(
                                row.get("interpreter_id", UUID.class),
                                row.get("began_at", Instant.class),
                                row.get("minutes", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block());
    }

    private void ofOffer(Taken taken, String changed) {
        sql("update offer set " + changed + " where id = '" + taken.offer + "'");
    }

    private void ofCall(Taken taken, String changed) {
        sql("update call set " + changed + " where id = '" + taken.call + "'");
    }

    private static String quoted(@Nullable Instant time) {
        return time == null ? "null" : "'" + time + "'";
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
