package de.dolmetscherhotline.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list answer: newest first, a page at a time. */
final class Page {

    private Page() {}

    static RestAnswer of(String name, RestRequest request, List<Map<String, @Nullable Object>> newestFirst)
            throws RestError {
        int size = request.number("PageSize", 50, 1, 1_000);
        int page = request.number("Page", 0, 0, 100_000);
        int from = Math.min(page * size, newestFirst.size());
        int to = Math.min(from + size, newestFirst.size());
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put(name, newestFirst.subList(from, to));
        body.put("page", page);
        body.put("page_size", size);
        body.put("start", from);
        body.put("end", Math.max(from, to - 1));
        body.put("uri", uri(request, page, size));
        body.put("first_page_uri", uri(request, 0, size));
        body.put("next_page_uri", to < newestFirst.size() ? uri(request, page + 1, size) : null);
        body.put("previous_page_uri", page > 0 ? uri(request, page - 1, size) : null);
        return RestAnswer.of(200, body);
    }

    private static String uri(RestRequest request, int page, int size) {
        var params = new LinkedHashMap<>(request.flat());
        params.put("PageSize", Integer.toString(size));
        params.put("Page", Integer.toString(page));
        return "/2010-04-01/Accounts/" + request.account() + "/" + request.path() + "?" + Webhook.form(params);
    }
}
