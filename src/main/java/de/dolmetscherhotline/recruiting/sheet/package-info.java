/** Tables as files: CSV and XLSX, as spreadsheet programs write and read them. Knows nothing of what the cells mean. */
@NullMarked
package de.dolmetscherhotline.recruiting.sheet;

import org.jspecify.annotations.NullMarked;
