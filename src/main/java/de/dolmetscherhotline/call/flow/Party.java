package de.dolmetscherhotline.call.flow;

/** The two sides of a conversation. */
public enum Party {
    CALLER,
    INTERPRETER
}
