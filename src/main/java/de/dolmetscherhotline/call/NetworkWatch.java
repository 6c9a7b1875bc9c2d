package de.dolmetscherhotline.call;

/** What this process knows about the telephone network, whether or not anybody calls. */
public interface NetworkWatch {

    /** Whether orders to it are sent; false while its last answers were too bad. */
    boolean isAnswering();
}
