package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverUrlsTest {

    private final ReceiverUrls production = new ReceiverUrls(new Destinations(new WebhookSettings(false)));
    private final ReceiverUrls trial = new ReceiverUrls(new Destinations(new WebhookSettings(true)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/hooks?key=a%20b",
                "https://1und1.example./hooks",
                "HTTPS://EXAMPLE.org:8443/",
                "https://xn--mnchen-3ya.example/",
                "https://8.8.8.8/hooks",
                "https://[2606:4700::1111]:443/hooks"
            })
    void addressesWithTlsThatMayBeReachableAreAllowed(String url) {
        assertThat(production.problem(url)).isEmpty();
        assertThat(trial.problem(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.org",
                "//example.org/hooks",
                "/hooks",
                "https:",
                "https://",
                "https:example.org",
                "https:///hooks",
                "https://exa mple.org",
                "https://münchen.example/",
                "https://example.org/ä",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org:99999999999/",
                "https://user@example.org/",
                "https://user:password@example.org/",
                "https://@example.org/",
                "https://example.org/#fragment",
                "https://example.org\\@10.0.0.1/",
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "javascript:alert(1)",
                "https://10.0.0.1/",
                "https://192.168.0.1:8443/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::ffff:169.254.169.254]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[::1::2]/",
                "https://[fe80::1%25eth0]/",
                "https://[2606:4700::1111%251]/",
                "https://[fd00:ec2::254]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://example.1/"
            })
    void everythingElseIsRefused(String url) {
        assertThat(production.problem(url)).isPresent();
        assertThat(trial.problem(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://localhost:8080/",
                "http://[::1]:8080/",
                "https://127.0.0.1/",
                "https://[::ffff:7f00:1]/",
                "https://[::1]/"
            })
    void thisMachineIsForTrials(String url) {
        assertThat(trial.problem(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://localhost:8080/",
                "http://[::1]:8080/",
                "https://127.0.0.1/",
                "https://[::ffff:7f00:1]/",
                "https://[::1]/"
            })
    void andForNothingElse(String url) {
        assertThat(production.problem(url)).isPresent();
    }
}
