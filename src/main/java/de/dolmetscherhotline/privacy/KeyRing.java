package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.platform.StartupRefused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of the installation, from the environment. Of each kind the first is in use, the others are still understood.
 * Without them, or with keys that cannot be meant, the application does not start.
 */
@Component
final class KeyRing {

    static final String DATA_KEYS = "HOTLINE_DATA_KEYS";
    static final String INDEX_KEYS = "HOTLINE_INDEX_KEYS";

    private static final Pattern ENTRY = Pattern.compile("([a-z0-9][a-z0-9-]{0,15}):([A-Za-z0-9+/=]{40,48})");
    private static final int KEY_BYTES = 32;
    private static final String REMEDY = "Set " + DATA_KEYS + " and " + INDEX_KEYS + ", each to one or more entries"
            + " name:key, separated by commas, where the name is made of a-z, 0-9 and '-' (16 at most) and the key is what"
            + " 'openssl rand -base64 32' prints: another one for each entry. Keep a copy where the back-ups of the database"
            + " are not: without the keys its numbers are lost. See \"Keys\" in README.md.";

    private final List<NamedKey> data;
    private final List<NamedKey> index;

    KeyRing(@Value("${hotline.keys.data}") String data, @Value("${hotline.keys.index}") String index) {
        this.data = keys(DATA_KEYS, data);
        this.index = keys(INDEX_KEYS, index);
        requireDifferent(Stream.concat(this.data.stream(), this.index.stream()).toList());
    }

    /** The first encrypts; all decrypt. At least one. */
    List<NamedKey> data() {
        return data;
    }

    /** The first is to be the one by whose hashes everything is found; all are tried. At least one. */
    List<NamedKey> index() {
        return index;
    }

    NamedKey encrypting() {
        return data.getFirst();
    }

    NamedKey indexing() {
        return index.getFirst();
    }

    Optional<NamedKey> dataKey(String id) {
        return data.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    static String names(List<NamedKey> keys) {
        return keys.stream().map(NamedKey::id).collect(Collectors.joining(", "));
    }

    private static List<NamedKey> keys(String variable, String text) {
        if (text.isBlank()) {
            throw new StartupRefused(
                    variable + " is not set: without it telephone numbers could neither be stored nor read.", REMEDY);
        }
        var keys = new ArrayList<NamedKey>();
        for (String entry : text.split(",", -1)) {
            keys.add(key(variable, keys.size() + 1, entry.strip()));
        }
        if (keys.stream().map(NamedKey::id).distinct().count() < keys.size()) {
            throw new StartupRefused(variable + " names two keys alike.", REMEDY);
        }
        return List.copyOf(keys);
    }

    private static NamedKey key(String variable, int position, String entry) {
        var parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw unusable(variable, position, "is not of the form name:key");
        }
        return new NamedKey(parts.group(1), decoded(variable, position, parts.group(2)));
    }

    private static byte[] decoded(String variable, int position, String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw unusable(variable, position, "has a key that is not Base64");
        }
        if (key.length != KEY_BYTES) {
            throw unusable(variable, position, "has a key of " + key.length + " bytes instead of " + KEY_BYTES);
        }
        return key;
    }

    private static StartupRefused unusable(String variable, int position, String problem) {
        return new StartupRefused("Entry " + position + " of " + variable + " " + problem + ".", REMEDY);
    }

    private static void requireDifferent(List<NamedKey> all) {
        for (int i = 0; i < all.size(); i++) {
            for (NamedKey later : all.subList(i + 1, all.size())) {
                if (all.get(i).sameSecretAs(later)) {
                    throw new StartupRefused(
                            "The keys '" + all.get(i).id() + "' and '" + later.id() + "' of " + DATA_KEYS + " and "
                                    + INDEX_KEYS + " are the same.",
                            REMEDY);
                }
            }
        }
    }
}
