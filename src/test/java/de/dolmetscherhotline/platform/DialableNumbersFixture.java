package de.dolmetscherhotline.platform;

import java.util.List;

/** What may be dialled, for tests without an application. */
public final class DialableNumbersFixture {

    private DialableNumbersFixture() {}

    public static DialableNumbers german() {
        return new DialableNumbers(new DialableNumbers.Settings(List.of("DE")));
    }
}
