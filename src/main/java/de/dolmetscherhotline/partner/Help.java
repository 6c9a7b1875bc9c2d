package de.dolmetscherhotline.partner;

/**
 * An agreement, and what has come of it.
 *
 * @param callsToday conversations that interpreters of the partner had with callers of the helped district since the
 *     midnight of the partner
 * @param callsTotal the same since the beginning
 */
record Help(Agreement agreement, long callsToday, long callsTotal) {}
