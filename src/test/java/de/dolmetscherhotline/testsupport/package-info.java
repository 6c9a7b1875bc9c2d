/** What integration tests share: one application, one PostgreSQL and one Redis for all of them. */
@NullMarked
package de.dolmetscherhotline.testsupport;

import org.jspecify.annotations.NullMarked;
