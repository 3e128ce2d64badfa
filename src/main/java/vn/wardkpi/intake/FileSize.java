package vn.wardkpi.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

import vn.wardkpi.shared.VietnameseNumber;

/**
 * How large a file is, as people read it.
 */
public final class FileSize {

	private static final BigDecimal KILO = BigDecimal.valueOf(1024);

	private FileSize() {
	}

	/**
	 * "340 KB" or "1,2 MB".
	 */
	public static String write(long bytes) {
		BigDecimal kilobytes = BigDecimal.valueOf(bytes).divide(KILO, 0, RoundingMode.CEILING);
		if (kilobytes.compareTo(KILO) < 0) {
			return VietnameseNumber.write(kilobytes) + " KB";
		}
		BigDecimal megabytes = BigDecimal.valueOf(bytes).divide(KILO.multiply(KILO), 1, RoundingMode.HALF_UP);
		return VietnameseNumber.write(megabytes) + " MB";
	}

}
