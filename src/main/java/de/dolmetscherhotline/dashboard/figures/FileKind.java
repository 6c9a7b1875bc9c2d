package de.dolmetscherhotline.dashboard.figures;

/** As what something is to be saved. */
enum FileKind {
    CSV,
    XLSX,
    PDF
}
