package de.dolmetscherhotline.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says at every start that nobody has set keys, for whoever does not know of them will not keep them. */
@Component
final class MadeUpKeys {

    private static final Logger log = LoggerFactory.getLogger(MadeUpKeys.class);

    /** @param keptIn the directory where keys that were made up are kept; empty if they were set */
    MadeUpKeys(@Value("${hotline.keys.kept-in:}") String keptIn) {
        if (!keptIn.isEmpty()) {
            log.warn(
                    "{} and {} are not set: keys were made up and are kept in {}. Without these files the numbers in the"
                            + " database are lost. Set the variables before you start a second instance.",
                    KeyRing.DATA_KEYS,
                    KeyRing.INDEX_KEYS,
                    keptIn);
        }
    }
}
