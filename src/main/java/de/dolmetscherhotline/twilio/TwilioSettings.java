package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.platform.StartupRefused;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The account at Twilio, and under which URL Twilio reaches us. Without them nothing can be trusted or dialled, so that
 * the application does not start.
 */
@Component
class TwilioSettings {

    private final String accountSid;
    private final String authToken;
    private final String secondaryToken;
    private final URI apiUrl;
    private final String publicUrl;

    TwilioSettings(
            @Value("${hotline.twilio.account-sid}") String accountSid,
            @Value("${hotline.twilio.auth-token}") String authToken,
            @Value("${hotline.twilio.auth-token-secondary}") String secondaryToken,
            @Value("${hotline.twilio.api-url}") URI apiUrl,
            @Value("${hotline.public-url}") String publicUrl) {
        this.accountSid = required(accountSid, "HOTLINE_TWILIO_ACCOUNT_SID");
        this.authToken = required(authToken, "HOTLINE_TWILIO_AUTH_TOKEN");
        this.secondaryToken = secondaryToken;
        this.apiUrl = apiUrl;
        this.publicUrl = withoutTrailingSlash(required(publicUrl, "HOTLINE_PUBLIC_URL"));
    }

    private static String required(String value, String variable) {
        if (value.isBlank()) {
            throw new StartupRefused(
                    variable + " is not set: without it no call could be accepted or placed.",
                    "Set HOTLINE_TWILIO_ACCOUNT_SID and HOTLINE_TWILIO_AUTH_TOKEN to the account's values from the Twilio"
                            + " console and HOTLINE_PUBLIC_URL to the address under which Twilio reaches this service."
                            + " To try the hotline without Twilio, start it without external stores (profile local).");
        }
        return value;
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    String accountSid() {
        return accountSid;
    }

    String authToken() {
        return authToken;
    }

    /** Tokens with which webhooks may be signed; two while one is being replaced. */
    List<String> acceptedTokens() {
        return Stream.of(authToken, secondaryToken)
                .filter(token -> !token.isBlank())
                .toList();
    }

    URI apiUrl() {
        return apiUrl;
    }

    String publicUrl() {
        return publicUrl;
    }
}
