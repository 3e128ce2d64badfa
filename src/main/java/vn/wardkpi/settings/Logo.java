package vn.wardkpi.settings;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.intake.content.AcceptedKind;
import vn.wardkpi.intake.content.CheckedFile;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The picture at the head of reports: PNG or JPEG by its content. A drawing that can run
 * programs or load others (SVG) is refused.
 *
 * @param mediaType image/png or image/jpeg
 * @param sha256 of the content, in hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent")
public record Logo(String mediaType, byte[] content, String sha256) {

	/** Largest file, in bytes. */
	static final int LARGEST = 500 * 1024;

	/** Most pixels of either side. */
	static final int LONGEST_SIDE = 2000;

	/**
	 * @param name as the sender named it
	 * @throws RefusedException UNSUPPORTED, TOO_LARGE or INVALID, saying what to do
	 */
	static Logo of(String name, byte[] content, FileIntake intake, String what) {
		if (!isPicture(content)) {
			throw new RefusedException(Kind.UNSUPPORTED, "settings.logo-kind");
		}
		if (content.length > LARGEST) {
			throw tooLarge();
		}
		CheckedFile file = intake.take(name, content, what).file();
		refuseLargePictures(file.content());
		return new Logo(file.kind().mediaType(), file.content(), file.sha256());
	}

	private static boolean isPicture(byte[] content) {
		boolean png = content.length > 8 && content[0] == (byte) 0x89 && content[1] == 'P' && content[2] == 'N'
				&& content[3] == 'G';
		boolean jpeg = content.length > 8 && content[0] == (byte) 0xff && content[1] == (byte) 0xd8;
		return png || jpeg;
	}

	private static void refuseLargePictures(byte[] content) {
		try {
			Dimension size = size(content)
				.orElseThrow(() -> new RefusedException(Kind.UNSUPPORTED, "settings.logo-kind"));
			if (size.width > LONGEST_SIDE || size.height > LONGEST_SIDE) {
				throw tooLarge();
			}
		}
		catch (IOException ex) {
			RefusedException refused = new RefusedException(Kind.UNSUPPORTED, "settings.logo-kind");
			refused.initCause(ex);
			throw refused;
		}
	}

	/**
	 * Its pixels; nothing where they cannot be told.
	 */
	public Optional<Dimension> size() {
		try {
			return size(this.content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Dimension> size(byte[] content) throws IOException {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				return Optional.empty();
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input);
				return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static RefusedException tooLarge() {
		return new RefusedException(Kind.TOO_LARGE, "settings.logo-too-large", String.valueOf(LARGEST / 1024),
				String.valueOf(LONGEST_SIDE));
	}

	/** The endings a browser offers. */
	public static String accepted() {
		return "." + AcceptedKind.PNG.ending() + ",." + AcceptedKind.JPEG.ending();
	}

}
