package de.dolmetscherhotline.testsupport;

import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;

/** The one telephone network of this JVM, with a clock that tests move. */
public final class TestTelephony {

    public static final String ACCOUNT_SID = "AC00000000000000000000000000000000";
    public static final String AUTH_TOKEN = "integration-test";

    /** What the network signs; where requests really go is decided by its route. */
    public static final String PUBLIC_URL = "https://hotline.example.org";

    public static final MovableClock CLOCK = new MovableClock();

    /** Ten outbound calls a second, so that few scenarios have to think of the queue. */
    public static final int CALLS_PER_SECOND = 10;

    public static final TelephoneNetwork NETWORK =
            new TelephoneNetwork(new TelephoneNetwork.Account(ACCOUNT_SID, AUTH_TOKEN, CALLS_PER_SECOND), CLOCK);

    private static final SimulatorServer SERVER = SimulatorServer.start(NETWORK, 0);

    private TestTelephony() {}

    /** Where the network's REST API listens. */
    public static String apiUrl() {
        return SERVER.uri().toString();
    }
}
