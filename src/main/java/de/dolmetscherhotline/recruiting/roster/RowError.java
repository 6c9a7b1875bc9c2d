package de.dolmetscherhotline.recruiting.roster;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in which cell.
 *
 * @param row as a spreadsheet program counts, from 1; null if it concerns the whole file
 * @param column what the file calls it; null if it concerns the whole row
 */
public record RowError(@Nullable Integer row, @Nullable String column, Complaint complaint) {}
