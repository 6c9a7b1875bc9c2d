/** Phone scripts: what people do with their telephones and what they hear, over real HTTP, on real stores. */
@NullMarked
package de.dolmetscherhotline.scenario;

import org.jspecify.annotations.NullMarked;
