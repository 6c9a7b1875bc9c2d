/** Forms to print and sign, German beside another language, from text files that a district can replace. */
@ApplicationModule(allowedDependencies = {"kernel", "language", "platform"})
@NullMarked
package de.dolmetscherhotline.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
