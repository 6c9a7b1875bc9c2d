/** Tests of the demonstration. */
@NullMarked
package de.dolmetscherhotline.demo;

import org.jspecify.annotations.NullMarked;
