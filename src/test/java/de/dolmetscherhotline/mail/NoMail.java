package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.work.WorkQueue;
import org.springframework.stereotype.Component;

/** What an installation without a mail server has. */
@Component
public class NoMail {

    private final LetterBox box;
    private final WorkQueue work;

    NoMail(LetterBox box, WorkQueue work) {
        this.box = box;
        this.work = work;
    }

    public Letters letters() {
        var nowhere = new MailSettings("", 587, "", "", "", MailSettings.Encryption.STARTTLS);
        return new Letters(nowhere, box, work);
    }
}
