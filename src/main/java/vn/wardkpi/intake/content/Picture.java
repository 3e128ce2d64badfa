package vn.wardkpi.intake.content;

import java.awt.Graphics2D;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Pictures: how large they are, and small ones of them. The number of pixels is read from
 * the header before anything is unpacked.
 */
final class Picture {

	/** More than a scanned A3 page at 600 dpi has; as much as any phone takes. */
	private static final long MOST_PIXELS = 200_000_000;

	/** A progressive JPEG is unpacked as a whole, at six bytes a pixel. */
	private static final long MOST_DRAWN = 50_000_000;

	private static final int LARGEST_SIDE = 320;

	private Picture() {
	}

	/**
	 * A JPEG whose longer side has 320 pixels at the most, turned upright.
	 * @return {@code null} if the picture is sound but very large, or in colours that
	 * cannot be drawn here (CMYK)
	 * @throws RefusedException TOO_LARGE or, if it cannot be read, UNSUPPORTED
	 */
	static byte @Nullable [] thumbnail(AcceptedKind kind, byte[] content) {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
		try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
			reader.setInput(in, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			checkSize(width, height);
			if ((long) width * height > MOST_DRAWN) {
				return null;
			}
			ImageReadParam small = reader.getDefaultReadParam();
			int step = Math.max(Math.max(width, height) / (2 * LARGEST_SIDE), 1);
			small.setSourceSubsampling(step, step, 0, 0);
			BufferedImage read;
			try {
				read = reader.read(0, small);
			}
			catch (IIOException ex) {
				if (String.valueOf(ex.getMessage()).contains("Unsupported Image Type")) {
					return null;
				}
				throw ex;
			}
			return jpeg(scaled(read, ExifOrientation.of(kind, content)));
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw ContentCheck.broken(ex);
		}
		finally {
			reader.dispose();
		}
	}

	/**
	 * Java does not draw WebP; its header is read. Readers in Java unpack a frame by its
	 * own size, whatever size the file states: two kilobytes can take gigabytes.
	 */
	static void checkWebp(byte[] content) {
		if (content.length < 30 || (unsigned(content, 4, 4) + 8) > content.length + 1L) {
			throw ContentCheck.broken(null);
		}
		String form = new String(content, 12, 4, StandardCharsets.US_ASCII);
		switch (form) {
			case "VP8X" -> checkSize(unsigned(content, 24, 3) + 1, unsigned(content, 27, 3) + 1);
			case "VP8 " -> checkSize(unsigned(content, 26, 2) & 0x3fff, unsigned(content, 28, 2) & 0x3fff);
			case "VP8L" -> {
				long bits = unsigned(content, 21, 4);
				checkSize((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
			}
			default -> throw ContentCheck.broken(null);
		}
	}

	private static void checkSize(long width, long height) {
		if (width < 1 || height < 1) {
			throw ContentCheck.broken(null);
		}
		if (width * height > MOST_PIXELS) {
			throw new RefusedException(Kind.TOO_LARGE, "evidence.pixels", String.valueOf(MOST_PIXELS / 1_000_000));
		}
	}

	private static BufferedImage scaled(BufferedImage image, ExifOrientation orientation) {
		double scale = Math.min(1.0, (double) LARGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
		int width = Math.max((int) Math.round(image.getWidth() * scale), 1);
		int height = Math.max((int) Math.round(image.getHeight() * scale), 1);
		BufferedImage drawn = new BufferedImage(orientation.isTurned() ? height : width,
				orientation.isTurned() ? width : height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = drawn.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			AffineTransform upright = orientation.upright(width, height);
			upright.scale((double) width / image.getWidth(), (double) height / image.getHeight());
			graphics.drawImage(image, upright, null);
		}
		finally {
			graphics.dispose();
		}
		return drawn;
	}

	private static byte[] jpeg(BufferedImage image) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageIO.write(image, "jpg", out);
		}
		return bytes.toByteArray();
	}

	/** Little end first. */
	private static long unsigned(byte[] bytes, int at, int length) {
		long value = 0;
		for (int i = length - 1; i >= 0; i--) {
			value = (value << 8) | (bytes[at + i] & 0xff);
		}
		return value;
	}

}
