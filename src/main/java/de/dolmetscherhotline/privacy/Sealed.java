package de.dolmetscherhotline.privacy;

import java.util.List;

/**
 * What is stored of a value that must not lie about in clear.
 *
 * @param cipher the encrypted value; another one each time, even for the same value
 * @param indexes its keyed hashes, one under each index key: give all of them to the SQL function {@code index_in_force},
 *     which picks the one to be stored
 */
public record Sealed(String cipher, List<String> indexes) {

    public Sealed {
        indexes = List.copyOf(indexes);
    }

    /** The hashes in the form that statements bind. */
    public String[] candidates() {
        return indexes.toArray(String[]::new);
    }
}
