package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import de.dolmetscherhotline.sheet.Spreadsheets;
import de.dolmetscherhotline.staff.Staff;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is sought in a list, as a spreadsheet: all pages of it, and no telephone number. */
@Component
class ListFiles {

    /** The most rows of a file, because it lies in memory as a whole. */
    static final int MOST = 10_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Spreadsheets spreadsheets;
    private final MessageSource messages;
    private final Clock clock;

    ListFiles(Spreadsheets spreadsheets, MessageSource messages, Clock clock) {
        this.spreadsheets = spreadsheets;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A list to be written.
     *
     * @param title key of what it is called
     * @param columns keys of their names
     * @param rows one more than {@link #MOST}, if there are more
     */
    record Listed(String title, List<String> columns, Flux<List<Cell>> rows) {}

    /** A file of it; fails with 422 if it has too many rows. */
    Mono<ResponseEntity<byte[]>> file(Staff who, Format format, Listed list, Locale locale) {
        var title = messages.getMessage(list.title(), null, locale);
        var head = list.columns().stream().map(key -> word(key, locale)).toList();
        return list.rows()
                .take(MOST + 1L)
                .collectList()
                .filter(rows -> rows.size() <= MOST)
                .switchIfEmpty(Mono.error(ListFiles::refused))
                .map(rows -> new Tab(
                        title, Stream.concat(Stream.of(head), rows.stream()).toList()))
                .flatMap(tab -> spreadsheets.work(() -> SheetFile.write(format, tab)))
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(format.mediaType()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(who, title, format))
                        .body(content));
    }

    private String disposition(Staff who, String title, Format format) {
        var name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return ContentDisposition.attachment()
                .filename(name + "-" + LocalDate.now(clock.withZone(who.zone())) + "." + Words.word(format))
                .build()
                .toString();
    }

    static ResponseStatusException refused() {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    Cell word(String key, Locale locale) {
        return Cell.text(messages.getMessage(key, null, locale));
    }

    Cell yesOrNo(boolean yes, Locale locale) {
        return word(yes ? "portal.yes" : "dashboard.no", locale);
    }

    static Cell day(ZonedDateTime at) {
        return new Cell.Day(at.toLocalDate());
    }

    static Cell time(ZonedDateTime at) {
        return Cell.text(TIME.format(at));
    }

    static Cell number(long number) {
        return new Cell.Numeral(BigDecimal.valueOf(number), null);
    }

    /** Empty for null. */
    static Cell text(@Nullable String text) {
        return text == null ? Cell.empty() : Cell.text(text);
    }
}
