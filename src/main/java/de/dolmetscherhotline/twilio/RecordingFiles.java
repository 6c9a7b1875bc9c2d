package de.dolmetscherhotline.twilio;

import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands recordings to the network, which may keep them for an hour. */
@RestController
class RecordingFiles {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");
    private static final MediaType MP3 = MediaType.parseMediaType("audio/mpeg");
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Recordings recordings;

    RecordingFiles(Recordings recordings) {
        this.recordings = recordings;
    }

    @GetMapping("/assets/recordings/{tag}/{file}")
    Mono<ResponseEntity<Resource>> recording(@PathVariable String tag, @PathVariable String file) {
        return Mono.justOrEmpty(recordings.file(tag + "/" + file))
                .map(FileSystemResource::new)
                .publishOn(Schedulers.boundedElastic())
                .filter(FileSystemResource::exists)
                .flatMap(audio -> Mono.fromCallable(() -> answer(audio)))
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Resource> answer(FileSystemResource audio) throws IOException {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .lastModified(audio.lastModified())
                .contentType(audio.getFilename().endsWith(".wav") ? WAV : MP3)
                .body(audio);
    }
}
