/** Tables as files: CSV and XLSX, as spreadsheet programs write and read them. Knows nothing of what the cells mean. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package de.dolmetscherhotline.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
