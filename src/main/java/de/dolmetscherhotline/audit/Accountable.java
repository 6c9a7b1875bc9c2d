package de.dolmetscherhotline.audit;

/** A principal whose every look and change is recorded. */
public interface Accountable {

    Actor actor();
}
