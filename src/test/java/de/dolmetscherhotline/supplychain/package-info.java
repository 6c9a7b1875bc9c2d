/** What the jar is made of, held against advisories about known vulnerabilities. */
@NullMarked
package de.dolmetscherhotline.supplychain;

import org.jspecify.annotations.NullMarked;
