package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.testsupport.TestKeys;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Vaults with keys that only their names tell apart. */
final class TestVault {

    private TestVault() {}

    /** A key ring whose keys have these names, separated by blanks; the first of each kind is in use. */
    static KeyRing keys(String data, String index) {
        return new KeyRing(entries(data, "data"), entries(index, "index"));
    }

    static Vault with(String data, String index) {
        return new Vault(keys(data, index));
    }

    static String entries(String names, String kind) {
        return Stream.of(names.split(" ", -1))
                .map(name -> TestKeys.entry(name, kind + " key " + name))
                .collect(Collectors.joining(","));
    }
}
