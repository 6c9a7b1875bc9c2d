package de.dolmetscherhotline.webhook;

import io.netty.util.NetUtil;
import java.util.Objects;

/** Addresses that begin with the same bits, as in {@code 10.0.0.0/8} or {@code fc00::/7}. */
final class Network {

    private final byte[] first;
    private final int bits;

    private Network(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    static Network of(String text) {
        var slash = text.indexOf('/');
        var first = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
        return new Network(Objects.requireNonNull(first, text), Integer.parseInt(text.substring(slash + 1)));
    }

    /** False for an address of the other family. */
    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
