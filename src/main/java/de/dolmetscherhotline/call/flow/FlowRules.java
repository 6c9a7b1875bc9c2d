package de.dolmetscherhotline.call.flow;

/**
 * How patient the flow is where it counts instead of measuring time.
 *
 * @param pinTries how often a PIN may be entered
 * @param languageTries how often a language is asked for without getting one
 * @param recalls how often an organisation is rung back at the most
 * @param talks how many conversations a call may have, with breaks between them
 * @param roomChecks how often a room is looked into before a conversation that does not begin is given up
 */
public record FlowRules(int pinTries, int languageTries, int roomChecks, int recalls, int talks) {}
