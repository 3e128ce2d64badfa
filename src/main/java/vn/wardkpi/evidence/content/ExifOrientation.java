package vn.wardkpi.evidence.content;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a photo must be turned to stand upright: phones write it into the file (EXIF tag
 * 0x0112, 1 to 8) instead of turning the picture.
 *
 * @param value 1 is upright
 */
record ExifOrientation(int value) {

	private static final ExifOrientation UPRIGHT = new ExifOrientation(1);

	private static final int TAG = 0x0112;

	/**
	 * An APP1 segment that begins "Exif", then a TIFF header with its first directory.
	 */
	static ExifOrientation of(EvidenceKind kind, byte[] content) {
		if (kind != EvidenceKind.JPEG) {
			return UPRIGHT;
		}
		ByteBuffer file = ByteBuffer.wrap(content);
		int at = 2;
		while (at + 10 < content.length && content[at] == (byte) 0xff) {
			int marker = content[at + 1] & 0xff;
			int length = file.getShort(at + 2) & 0xffff;
			if (marker == 0xda) {
				return UPRIGHT;
			}
			if (marker == 0xe1 && file.getInt(at + 4) == 0x45786966 && length > 16
					&& at + 2 + length <= content.length) {
				return ofTiff(file.slice(at + 10, length - 8));
			}
			at += 2 + length;
		}
		return UPRIGHT;
	}

	private static ExifOrientation ofTiff(ByteBuffer tiff) {
		tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		if (directory < 8 || directory + 2 > tiff.limit()) {
			return UPRIGHT;
		}
		int entries = tiff.getShort(directory) & 0xffff;
		for (int i = 0; i < entries && directory + 2 + (i + 1) * 12 <= tiff.limit(); i++) {
			int entry = directory + 2 + i * 12;
			if ((tiff.getShort(entry) & 0xffff) == TAG) {
				int value = tiff.getShort(entry + 8);
				return (value >= 1 && value <= 8) ? new ExifOrientation(value) : UPRIGHT;
			}
		}
		return UPRIGHT;
	}

	/** Whether width and height change places. */
	boolean isTurned() {
		return this.value >= 5;
	}

	/**
	 * @param w the stored picture's width
	 * @param h its height
	 */
	AffineTransform upright(double w, double h) {
		return switch (this.value) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
			default -> new AffineTransform();
		};
	}

}
