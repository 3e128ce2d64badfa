package vn.wardkpi.intake.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A photo without what it says of where, when and with what it was taken: files are read
 * by more people than the one who took them. How it must be turned and how its colours
 * are meant stays.
 */
final class PlainPhoto {

	private static final Set<String> PNG_WORDS = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

	private static final Set<String> WEBP_WORDS = Set.of("EXIF", "XMP ");

	private static final int PNG_SIGNATURE = 8;

	private static final int RIFF_HEADER = 12;

	/** Of VP8X: EXIF and XMP. */
	private static final int WEBP_WORDS_FLAGS = 0x0c;

	private PlainPhoto() {
	}

	static byte[] of(AcceptedKind kind, byte[] content) {
		try {
			return switch (kind) {
				case JPEG -> jpeg(content, ExifOrientation.of(kind, content));
				case PNG -> png(content);
				case WEBP -> webp(content);
				default -> content;
			};
		}
		catch (IndexOutOfBoundsException ex) {
			throw ContentCheck.broken(ex);
		}
	}

	/**
	 * Up to the end of the picture: behind it, phones keep a second one with words of its
	 * own.
	 */
	private static byte[] jpeg(byte[] content, ExifOrientation orientation) {
		ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length);
		plain.write(content, 0, 2);
		if (orientation.value() != 1) {
			plain.writeBytes(turned(orientation.value()));
		}
		int at = 2;
		while (at + 1 < content.length) {
			int marker = content[at + 1] & 0xff;
			if ((content[at] & 0xff) != 0xff || marker == 0 || marker == 0xff || isRestart(marker)) {
				plain.write(content[at]);
				at++;
				if (marker == 0 || isRestart(marker)) {
					plain.write(content[at]);
					at++;
				}
			}
			else if (marker == 0xd9) {
				plain.write(content, at, 2);
				return plain.toByteArray();
			}
			else {
				int length = 2 + ((content[at + 2] & 0xff) << 8 | (content[at + 3] & 0xff));
				if (!isWords(marker, content, at + 4)) {
					plain.write(content, at, length);
				}
				at += length;
			}
		}
		return plain.toByteArray();
	}

	private static boolean isRestart(int marker) {
		return marker >= 0xd0 && marker <= 0xd7;
	}

	/**
	 * Comments and what programs add, but for JFIF, the colour profile and Adobe's
	 * colours.
	 */
	private static boolean isWords(int marker, byte[] content, int at) {
		boolean profile = marker == 0xe2
				&& new String(content, at, 11, StandardCharsets.ISO_8859_1).equals("ICC_PROFILE");
		boolean added = marker >= 0xe1 && marker <= 0xef && marker != 0xee && !profile;
		return added || marker == 0xfe;
	}

	private static byte[] turned(int orientation) {
		return new byte[] { (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0,
				1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 };
	}

	private static byte[] png(byte[] content) {
		ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length);
		plain.write(content, 0, PNG_SIGNATURE);
		int at = PNG_SIGNATURE;
		while (at + 12 <= content.length) {
			int length = 12 + ByteBuffer.wrap(content, at, 4).getInt();
			String name = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
			if (length < 12) {
				throw ContentCheck.broken(null);
			}
			if (!PNG_WORDS.contains(name)) {
				plain.write(content, at, length);
			}
			at += length;
		}
		return plain.toByteArray();
	}

	private static byte[] webp(byte[] content) {
		ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length);
		plain.write(content, 0, RIFF_HEADER);
		int at = RIFF_HEADER;
		while (at + 8 <= content.length) {
			int size = ByteBuffer.wrap(content, at + 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
			int length = Math.min(8 + size + (size & 1), content.length - at);
			if (size < 0) {
				throw ContentCheck.broken(null);
			}
			if (!WEBP_WORDS.contains(new String(content, at, 4, StandardCharsets.ISO_8859_1))) {
				plain.write(content, at, length);
			}
			at += length;
		}
		byte[] bytes = plain.toByteArray();
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
		if (new String(bytes, RIFF_HEADER, 4, StandardCharsets.ISO_8859_1).equals("VP8X")) {
			bytes[RIFF_HEADER + 8] &= (byte) ~WEBP_WORDS_FLAGS;
		}
		return bytes;
	}

}
