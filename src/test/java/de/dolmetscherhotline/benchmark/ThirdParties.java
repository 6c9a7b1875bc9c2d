package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Others who are rung into conversations: most pick up and join; some are held, taken back or dropped, or hang up. */
final class ThirdParties {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TALKS = "select id::text as call from call where state_name = 'Connected'";
    private static final String GUESTS = "select id::text as guest, call_id::text as call, state from guest g"
            + " where over_at is null and exists (select from call c where c.id = g.call_id and c.state_name = 'Connected')";

    private final Deque<Phone> phones;
    private final Set<String> numbers;
    private final Stores stores;
    private final URI hotline;
    private final Random random;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    ThirdParties(Collection<Phone> phones, Stores stores, URI hotline, long seed) {
        this.phones = new ArrayDeque<>(phones);
        this.numbers = phones.stream().map(Phone::number).collect(Collectors.toUnmodifiableSet());
        this.stores = stores;
        this.hotline = hotline;
        this.random = new Random(seed);
        phones.forEach(phone -> {
            var own = new Random(seed + phone.number().hashCode());
            phone.behavesEachTime(() -> next(own));
        });
    }

    private static Behaviour next(Random random) {
        int dice = random.nextInt(100);
        var soon = Duration.ofMillis(500 + random.nextInt(2_000));
        if (dice < 70) {
            return Behaviour.accepts(soon);
        } else if (dice < 77) {
            return Behaviour.picksUpAndPresses(soon, "3");
        } else if (dice < 84) {
            return Behaviour.neverAnswers();
        } else if (dice < 89) {
            return Behaviour.busy();
        } else if (dice < 93) {
            return Behaviour.unreachable();
        }
        return new Behaviour.Voicemail(soon, Duration.ofSeconds(8));
    }

    boolean isOne(String number) {
        return numbers.contains(number);
    }

    /** Somebody invites, holds and drops now and then until this is closed. */
    Inviting invited(Duration pause) {
        return new Inviting(pause);
    }

    final class Inviting implements AutoCloseable {

        private final CountDownLatch enough = new CountDownLatch(1);
        private final Thread thread;

        private Inviting(Duration pause) {
            this.thread = Thread.ofPlatform().daemon().start(() -> run(pause));
        }

        private void run(Duration pause) {
            try {
                while (!enough.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    invite();
                    change();
                    hangUp();
                }
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
            }
        }

        /** What was asked for, and how often it was answered in which way. */
        Map<String, Integer> answers() {
            return new TreeMap<>(answers);
        }

        /** Returns when the request under way is answered. */
        @Override
        public void close() throws InterruptedException {
            enough.countDown();
            thread.join();
        }
    }

    private void invite() throws InterruptedException {
        for (var talk : stores.rows(TALKS)) {
            if (random.nextInt(100) < 12) {
                var phone = phones.removeFirst();
                phones.addLast(phone);
                send("POST", guests(talk), "{\"number\":\"" + phone.number() + "\"}");
            }
        }
    }

    private void change() throws InterruptedException {
        for (var guest : stores.rows(GUESTS)) {
            var path = guests(guest) + "/" + guest.get("guest");
            int dice = random.nextInt(100);
            if (dice < 4) {
                send("DELETE", path, "");
            } else if (dice < 20) {
                send("PUT", path + "/hold", "{\"held\":" + !"held".equals(guest.get("state")) + "}");
            }
        }
    }

    private void hangUp() {
        phones.stream()
                .filter(phone -> phone.state() == Phone.State.IN_CONFERENCE && random.nextInt(100) < 3)
                .forEach(Phone::hangUp);
    }

    private static String guests(Map<String, Object> row) {
        return "/api/v1/calls/" + row.get("call") + "/guests";
    }

    /** A node that is killed does not answer; whoever asked does not know then what came of it. */
    private void send(String method, String path, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(hotline.resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + Chaos.KEY)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            count(method + " " + client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException killed) {
            count(method + " unanswered");
        }
    }

    private void count(String what) {
        answers.merge(what, 1, Integer::sum);
    }
}
