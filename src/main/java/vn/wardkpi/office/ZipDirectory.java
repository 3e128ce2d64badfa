package vn.wardkpi.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The directory at the end of a zip, counted before a library makes objects of a million
 * entries in a few megabytes.
 */
final class ZipDirectory {

	private static final int END = 0x06054b50;

	private static final int END_LENGTH = 22;

	private static final int LONGEST_COMMENT = 0xffff;

	/** Of a zip too large for the numbers of an ordinary one. */
	private static final int LARGE_END = 0x07064b50;

	private static final int LARGE_END_LENGTH = 20;

	private static final int ENTRY = 0x02014b50;

	private static final int ENTRY_LENGTH = 46;

	private ZipDirectory() {
	}

	/**
	 * How many entries are listed, whatever number the zip states; one more than
	 * {@code most} where there are more.
	 * @throws IOException if there is no directory, or one for zips of more than 4 GB
	 */
	static int entries(byte[] content, int most) throws IOException {
		ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		int end = end(zip);
		if (end >= LARGE_END_LENGTH && zip.getInt(end - LARGE_END_LENGTH) == LARGE_END) {
			throw new IOException("A zip of more than 4 GB");
		}
		long size = Integer.toUnsignedLong(zip.getInt(end + 12));
		long offset = Integer.toUnsignedLong(zip.getInt(end + 16));
		long at = offset + Math.max(0, end - size - offset);
		int entries = 0;
		while (entries <= most && at + ENTRY_LENGTH <= content.length && zip.getInt((int) at) == ENTRY) {
			entries++;
			at += ENTRY_LENGTH + unsigned(zip, at + 28) + unsigned(zip, at + 30) + unsigned(zip, at + 32);
		}
		return entries;
	}

	private static int end(ByteBuffer zip) throws IOException {
		int last = zip.limit() - END_LENGTH;
		for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
			if (zip.getInt(at) == END) {
				return at;
			}
		}
		throw new IOException("No directory");
	}

	private static int unsigned(ByteBuffer zip, long at) {
		return Short.toUnsignedInt(zip.getShort((int) at));
	}

}
