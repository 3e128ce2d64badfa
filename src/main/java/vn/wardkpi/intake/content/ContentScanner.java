package vn.wardkpi.intake.content;

import org.jspecify.annotations.Nullable;

/**
 * Looks for viruses in what is taken in. An installation may bring its own as a bean;
 * without one and without a configured clamd, everything passes.
 */
public interface ContentScanner {

	/**
	 * @throws ScannerDownException if it cannot say; the file is then refused
	 */
	Finding scan(byte[] content);

	/**
	 * @param scanner who looked, or {@code null} if nobody did
	 * @param virus what was found, or {@code null} if nothing
	 */
	record Finding(@Nullable String scanner, @Nullable String virus) {

		public static Finding notScanned() {
			return new Finding(null, null);
		}

		public static Finding clean(String scanner) {
			return new Finding(scanner, null);
		}

		public static Finding infected(String scanner, String virus) {
			return new Finding(scanner, virus);
		}

	}

	/**
	 * The scanner does not answer, or not in a way that can be understood.
	 */
	final class ScannerDownException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public ScannerDownException(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

}
