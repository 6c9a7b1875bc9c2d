package de.dolmetscherhotline.scenario;

import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Interference;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** What goes wrong in a script. */
final class Mishap {

    private static final String CREATE_CALL = "Calls.json";
    private static final String CREATE_MESSAGE = "Messages.json";

    private Mishap() {}

    static boolean isDial(Exchange exchange) {
        return exchange.kind() == Exchange.Kind.REST && isDial(exchange.method(), exchange.url());
    }

    private static boolean isDial(String method, String path) {
        return method.equals("POST") && path.endsWith(CREATE_CALL);
    }

    static boolean isText(Exchange exchange) {
        return exchange.kind() == Exchange.Kind.REST && isText(exchange.method(), exchange.url());
    }

    private static boolean isText(String method, String path) {
        return method.equals("POST") && path.endsWith(CREATE_MESSAGE);
    }

    static Interference everyWebhook(Interference.Delivery delivery) {
        return new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return delivery;
            }
        };
    }

    /** Webhooks of these kinds travel like this. */
    static Interference webhooks(Interference.Delivery delivery, Exchange.Kind... kinds) {
        return new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return List.of(kinds).contains(kind) ? delivery : Delivery.normal();
            }
        };
    }

    /** Webhooks to URLs whose whole path matches this travel like this. */
    static Interference webhooks(String path, Interference.Delivery delivery) {
        return new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return url.getPath().matches(path) ? delivery : Delivery.normal();
            }
        };
    }

    /** The first orders to dial fare like this, one after the other; those after them are processed. */
    static Interference firstDials(Interference.RestFate... fates) {
        return first(Mishap::isDial, fates);
    }

    /** The same for orders to send a text. */
    static Interference firstTexts(Interference.RestFate... fates) {
        return first(Mishap::isText, fates);
    }

    /** @param concerned by method and path */
    private static Interference first(BiPredicate<String, String> concerned, Interference.RestFate... fates) {
        Deque<Interference.RestFate> left = new ArrayDeque<>(List.of(fates));
        return new Interference() {
            @Override
            public RestFate onRest(String method, String path, Map<String, String> params) {
                return concerned.test(method, path) && !left.isEmpty() ? left.removeFirst() : RestFate.PROCESS;
            }
        };
    }
}
