/**
 * What is kept of a call: its row, its offers, its history, its callback, and the work that it leaves behind; and the
 * settings of its deadlines. The lowest room of the call above the flow.
 */
@NullMarked
package de.dolmetscherhotline.call.store;

import org.jspecify.annotations.NullMarked;
