/** PostgreSQL and Redis for a machine that has nothing but a JDK: profile {@code local}. */
@NullMarked
package de.dolmetscherhotline.platform.embedded;

import org.jspecify.annotations.NullMarked;
