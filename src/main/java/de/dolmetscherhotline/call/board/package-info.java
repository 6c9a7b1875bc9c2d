/** What those see who watch the calls of a district: what goes on now, what is being tried, and whom one could choose. */
@NamedInterface("board")
@NullMarked
package de.dolmetscherhotline.call.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
