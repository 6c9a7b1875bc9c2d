package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.testsupport.MovableClock;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** One attempt: what it means what a receiver answers, and where it never goes. */
class CourierTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final OwnSystem system = OwnSystem.start();
    private final Names names = new Names();
    private final MovableClock clock = new MovableClock();
    private final SigningSecret secret = SigningSecret.random();
    private @Nullable ReceiverConnections open;
    private final Announcement announcement =
            new Announcement(OrganisationId.random(), "msg_1", clock.instant(), "{\"type\":\"ping\"}");

    @AfterEach
    void close() {
        system.close();
        if (open != null) {
            open.destroy();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken[]",
        "202, Taken[]",
        "204, Taken[]",
        "299, Taken[]",
        "410, Gone[]",
        "400, Refused[status=400]",
        "401, Refused[status=401]",
        "404, Refused[status=404]",
        "408, Failed[reason=status_408]",
        "425, Failed[reason=status_425]",
        "429, Failed[reason=status_429]",
        "304, Failed[reason=status_304]",
        "500, Failed[reason=status_500]",
        "503, Failed[reason=status_503]"
    })
    void statusSaysWhatCameOfIt(int status, String meaning) {
        system.answersAlways(status);

        assertThat(deliver(system.url(), true)).hasToString(meaning);
        assertThat(system.told()).singleElement().satisfies(told -> told.isSignedWith(secret.text()));
    }

    @Test
    void theLengthIsSaidBeforehandSinceNotEveryReceiverReadsChunks() {
        deliver(system.url(), true);

        assertThat(system.told())
                .singleElement()
                .satisfies(told -> assertThat(told.length())
                        .isEqualTo(Integer.toString(announcement.body().length())));
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedFor() {
        system.answersAlways(OwnSystem.SILENT);

        assertThat(deliver(system.url(), true)).isEqualTo(new Delivery.Failed("timed_out"));
    }

    @Test
    void whoSaysTooMuchIsNotListenedTo() {
        system.answersAlways(OwnSystem.ENDLESS);

        assertThat(deliver(system.url(), true)).isEqualTo(new Delivery.Taken());
    }

    @Test
    void whoIsNotThereIsNotReached() {
        system.close();

        assertThat(deliver(system.url(), true)).isEqualTo(new Delivery.Failed("unreachable"));
    }

    /** Reactor Netty reads texts in its own way, and takes a port of one digit for a part of the name. */
    @Test
    void addressIsReadAsItWasChecked() {
        assertThat(deliver("http://127.0.0.1:1/", true)).isEqualTo(new Delivery.Failed("unreachable"));
    }

    @Test
    void redirectsAreNotFollowed() {
        try (var elsewhere = OwnSystem.start()) {
            system.redirectsTo(elsewhere.url());

            assertThat(deliver(system.url(), true)).isEqualTo(new Delivery.Failed("status_302"));
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void connectionsAreUsedAgain() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(deliver(system.url(), true)).isEqualTo(new Delivery.Taken());
        }

        assertThat(system.connections()).isBetween(1, Lanes.OF_ONE);
    }

    @Test
    void addressWithoutTlsThatWasAllowedInATrialIsNotAnyMore() {
        assertThat(deliver(system.url(), false)).isEqualTo(new Delivery.Failed("forbidden_address"));
        assertThat(system.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"})
    void nameThatStandsForAnAddressAmongUsIsRefused(String address) {
        names.answer(address(address));

        assertThat(deliver("https://receiver.example:" + system.port(), false))
                .isEqualTo(new Delivery.Failed("forbidden_address"));
        assertThat(system.connections()).isZero();
    }

    @Test
    void oneForbiddenAddressAmongOthersIsEnough() {
        names.answer(address("8.8.8.8"), address("127.0.0.1"));

        assertThat(deliver("https://receiver.example:" + system.port(), false))
                .isEqualTo(new Delivery.Failed("forbidden_address"));
        assertThat(system.connections()).isZero();
    }

    @Test
    void nameThatStandsForNothingIsRefused() {
        assertThat(deliver("https://receiver.example", false)).isEqualTo(new Delivery.Failed("unknown_host"));
    }

    @Test
    void namesAreLookedUpAsOutsideOfTests() {
        open = new ReceiverConnections(new Destinations(new WebhookSettings(true)));

        assertThat(deliver("http://localhost:" + system.port(), true)).isEqualTo(new Delivery.Taken());
    }

    @Test
    void connectionGoesToWhatWasCheckedAndNobodyAsksAgain() {
        names.answer(InetAddress.getLoopbackAddress());
        names.answer(address("10.0.0.1"));

        assertThat(get("http://receiver.example:" + system.port(), true)).isEqualTo(204);

        assertThat(names.asked).containsExactly("receiver.example");
    }

    /** Reactor Netty connects to addresses that are written out without a look at names. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::ffff:127.0.0.1]", "localhost"})
    void addressThatIsWrittenOutIsCheckedBeforeTheConnection(String host) {
        names.answer(InetAddress.getLoopbackAddress());

        assertThatThrownBy(() -> get("http://" + host + ":" + system.port(), false))
                .hasRootCauseInstanceOf(ForbiddenAddress.class);
        assertThat(system.connections()).isZero();
    }

    @Test
    void certificateThatNobodyVouchesForIsNotTrusted(@TempDir Path directory) throws Exception {
        var certificate = selfSigned(directory);
        try (var tls = OwnSystem.start(server -> server.secure(spec -> spec.sslContext(certificate)))) {
            assertThat(deliver("https://127.0.0.1:" + tls.port(), true)).isEqualTo(new Delivery.Failed("not_trusted"));
            assertThat(tls.told()).isEmpty();
        }
    }

    private static InetAddress address(String text) {
        return Objects.requireNonNull(NetUtil.createInetAddressFromIpAddressString(text), text);
    }

    private Delivery deliver(String url, boolean allowLocal) {
        var destinations = new Destinations(new WebhookSettings(allowLocal));
        var courier = new Courier(connections(destinations), new ReceiverUrls(destinations), clock);
        return Objects.requireNonNull(courier.deliver(url, secret, announcement).block());
    }

    private int get(String url, boolean allowLocal) {
        return Objects.requireNonNull(connections(new Destinations(new WebhookSettings(allowLocal)))
                .client()
                .get()
                .uri(url)
                .responseSingle((response, body) -> Mono.just(response.status().code()))
                .block());
    }

    /** The same in all attempts of a test. */
    private ReceiverConnections connections(Destinations destinations) {
        if (open == null) {
            open = new ReceiverConnections(destinations, names, SHORT);
        }
        return open;
    }

    private static SslContext selfSigned(Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = directory.resolve("receiver.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "receiver",
                        "-keystore",
                        file.toString())
                .start();
        assertThat(keytool.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "receiver".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "receiver".toCharArray());
        return SslContextBuilder.forServer(keys).build();
    }

    /** Answers questions for names in turn; what is written out stands for itself. */
    private static final class Names extends AddressResolverGroup<InetSocketAddress> {

        private final Queue<List<InetAddress>> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        private void answer(InetAddress... addresses) {
            answers.add(List.of(addresses));
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetSocketAddressResolver(executor, new InetNameResolver(executor) {

                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) {
                    throw new AssertionError("all addresses of a name are to be checked");
                }

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
                    asked.add(name);
                    var answer = answers.poll();
                    if (answer == null) {
                        promise.setFailure(new UnknownHostException(name));
                    } else {
                        promise.setSuccess(answer);
                    }
                }
            });
        }
    }
}
