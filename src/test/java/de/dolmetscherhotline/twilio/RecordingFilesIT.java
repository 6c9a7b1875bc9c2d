package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.HotlineIT;
import org.junit.jupiter.api.Test;

class RecordingFilesIT extends HotlineIT {

    @Test
    void recordingsAreOpenForReadingOnly() {
        Answer.to(anonymous().get().uri("/assets/recordings/xx/notice.wav")).hasStatus(404);
        Answer.to(anonymous().get().uri("/assets/recordings/notice.wav")).hasStatus(404);
        Answer.to(anonymous().put().uri("/assets/recordings/xx/notice.wav")).isProblem(403);
    }
}
