/** What coordinators and evaluation see of calls, and may decide about them, by REST. */
@NullMarked
package de.dolmetscherhotline.call.api;

import org.jspecify.annotations.NullMarked;
