package de.dolmetscherhotline.testsupport;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A telephone that is held in front of a QR code. */
public final class Camera {

    private Camera() {}

    /** What the code on this picture says. */
    public static String reads(byte[] screenshot) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(screenshot));
        int width = picture.getWidth();
        int height = picture.getHeight();
        LuminanceSource light =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        } catch (NotFoundException | ChecksumException | FormatException unreadable) {
            throw new AssertionError("no camera would read this", unreadable);
        }
    }
}
