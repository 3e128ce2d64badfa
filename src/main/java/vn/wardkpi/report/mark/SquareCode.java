package vn.wardkpi.report.mark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code as a picture. A quarter of it may be dirty or under a stamp.
 */
public final class SquareCode {

	/** Pixels of one of its squares, so that it stays sharp in print. */
	private static final int SCALE = 8;

	/** Squares left white around it. */
	private static final int MARGIN = 2;

	private SquareCode() {
	}

	/**
	 * @return a PNG
	 */
	public static byte[] png(String text) {
		BitMatrix squares = squares(text);
		BufferedImage picture = new BufferedImage(squares.getWidth() * SCALE, squares.getHeight() * SCALE,
				BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < picture.getWidth(); x++) {
			for (int y = 0; y < picture.getHeight(); y++) {
				picture.setRGB(x, y, squares.get(x / SCALE, y / SCALE) ? 0x000000 : 0xffffff);
			}
		}
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(picture, "png", out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static BitMatrix squares(String text) {
		try {
			return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, MARGIN));
		}
		catch (WriterException ex) {
			throw new IllegalStateException("An address has room in a square code", ex);
		}
	}

}
