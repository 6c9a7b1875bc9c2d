package de.dolmetscherhotline.platform;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code (ISO/IEC 18004) as the outline of an SVG picture.
 *
 * @param size length of a side in modules, with the quiet zone
 * @param outline the dark modules, as the data of an SVG path
 */
public record QrPicture(int size, String outline) {

    /** Modules around the code that stay bright. */
    private static final int QUIET = 4;

    /** A text of at most some hundred characters; it can still be read when a seventh of the picture is soiled. */
    public static QrPicture of(String text) {
        var code = QrCode.encodeText(text, Ecc.MEDIUM);
        var outline = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    outline.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, outline.toString());
    }
}
