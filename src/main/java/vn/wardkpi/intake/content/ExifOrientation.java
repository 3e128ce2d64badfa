package vn.wardkpi.intake.content;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * How a photo must be turned to stand upright: phones write it into the file (EXIF tag
 * 0x0112, 1 to 8) instead of turning the picture.
 *
 * @param value 1 is upright
 */
record ExifOrientation(int value) {

	private static final Log log = LogFactory.getLog(ExifOrientation.class);

	private static final ExifOrientation UPRIGHT = new ExifOrientation(1);

	/**
	 * Upright too if the file does not say, or says it in a way that cannot be read.
	 */
	static ExifOrientation of(AcceptedKind kind, byte[] content) {
		if (kind != AcceptedKind.JPEG) {
			return UPRIGHT;
		}
		try {
			Metadata metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(content),
					List.of(new ExifReader()));
			ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
			Integer value = (first != null) ? first.getInteger(ExifDirectoryBase.TAG_ORIENTATION) : null;
			return (value != null && value >= 1 && value <= 8) ? new ExifOrientation(value) : UPRIGHT;
		}
		catch (IOException | JpegProcessingException ex) {
			log.debug("The photo does not say how it is turned", ex);
			return UPRIGHT;
		}
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
