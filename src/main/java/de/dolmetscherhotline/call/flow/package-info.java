/**
 * The call as a pure state machine: {@link de.dolmetscherhotline.call.flow.CallFlow#on} takes a state and an event and
 * answers with the next state and commands. No clock, no I/O; the shell around it is {@code call.CallDesk}.
 */
@NamedInterface("flow")
@NullMarked
package de.dolmetscherhotline.call.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
