package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.platform.Problems;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import de.dolmetscherhotline.sheet.Spreadsheets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers with files, in the language that is asked for. */
@Component
class Downloads {

    private final Spreadsheets spreadsheets;

    Downloads(Spreadsheets spreadsheets) {
        this.spreadsheets = spreadsheets;
    }

    /**
     * A file to be saved.
     *
     * @param name without its end
     */
    Mono<ResponseEntity<byte[]>> of(String name, Format format, List<Tab> tabs) {
        return of(
                name + "." + format.name().toLowerCase(Locale.ROOT),
                MediaType.parseMediaType(format.mediaType()),
                () -> SheetFile.write(format, tabs.toArray(Tab[]::new)));
    }

    /** The same of any kind; the content may block. */
    Mono<ResponseEntity<byte[]>> of(String name, MediaType type, Callable<byte[]> content) {
        return spreadsheets
                .work(content)
                .map(written -> ResponseEntity.ok()
                        .contentType(type)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                        .body(written));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    /** German for whoever asks for it, else English. */
    static Locale locale(ServerWebExchange exchange) {
        var asked = exchange.getLocaleContext().getLocale();
        return asked != null && asked.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }

    static ErrorResponseException noSuchDistrict() {
        return Problems.invalid("districtId", "there is no such district");
    }
}
