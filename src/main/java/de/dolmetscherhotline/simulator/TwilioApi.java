package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** The REST subset of contract §5 over HTTP: {@code {prefix}/2010-04-01/Accounts/{sid}/…}. */
public final class TwilioApi {

    private static final String ACCOUNTS = "/2010-04-01/Accounts/";

    private final RestApi api;
    private final String root;

    private TwilioApi(RestApi api, String root) {
        this.api = api;
        this.root = root;
    }

    /**
     * The routes, for an application or a server of its own.
     *
     * @param prefix path before {@code /2010-04-01}, without a slash at its end; may be empty
     */
    public static RouterFunction<ServerResponse> routes(TelephoneNetwork network, String prefix) {
        var root = prefix + ACCOUNTS;
        var api = new TwilioApi(new RestApi(network.board()), root);
        return RouterFunctions.route(RequestPredicates.path(root + "**"), api::handle);
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        return form(request).flatMap(form -> answer(translate(request, form))).flatMap(TwilioApi::respond);
    }

    private Mono<RestAnswer> answer(RestRequest request) {
        return Mono.create(sink -> api.handle(request, sink::success));
    }

    /** The form of a POST; nothing if the body is something else. */
    private static Mono<MultiValueMap<String, String>> form(ServerRequest request) {
        boolean form = request.headers()
                .contentType()
                .map(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                .orElse(false);
        return request.method().equals(HttpMethod.POST) && form
                ? request.formData()
                : Mono.just(MultiValueMap.fromSingleValue(Map.of()));
    }

    private RestRequest translate(ServerRequest request, MultiValueMap<String, String> form) {
        var params = new LinkedHashMap<String, List<String>>(request.queryParams());
        params.putAll(form);
        var path = UriUtils.decode(request.uri().getRawPath().substring(root.length()), "UTF-8");
        int slash = path.indexOf('/');
        return new RestRequest(
                request.method().name(),
                slash < 0 ? path : path.substring(0, slash),
                slash < 0 ? "" : path.substring(slash + 1),
                shown(request.uri()),
                request.headers().firstHeader(HttpHeaders.AUTHORIZATION),
                request.headers().contentType().map(MediaType::toString).orElse(""),
                params);
    }

    private static String shown(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static Mono<ServerResponse> respond(RestAnswer answer) {
        var response = ServerResponse.status(answer.status());
        return answer.json().isEmpty()
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).bodyValue(answer.json());
    }
}
