package vn.wardkpi.actual;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Writes figures for the record the way offices do: "9.923,5", "12/18".
 */
public final class ActualFormat {

	private ActualFormat() {
	}

	public static @Nullable String write(@Nullable Figure figure) {
		if (figure == null) {
			return null;
		}
		if (figure.numerator() != null && figure.denominator() != null) {
			return VietnameseNumber.write(figure.numerator()) + "/" + VietnameseNumber.write(figure.denominator());
		}
		if (figure.value() != null) {
			return VietnameseNumber.write(figure.value());
		}
		return (figure.achieved() != null) ? figure.achieved().name() : "-";
	}

	/**
	 * A figure, or why there is none.
	 */
	public static @Nullable String write(@Nullable ActualEntry entry) {
		if (entry == null) {
			return null;
		}
		return (entry.noDataReason() != null) ? "- (" + entry.noDataReason() + ")" : write(entry.figure());
	}

	public static @Nullable String explanation(@Nullable ActualEntry entry) {
		if (entry == null || (entry.cause() == null && entry.remedy() == null)) {
			return null;
		}
		return ((entry.cause() != null) ? entry.cause() : "-") + " / "
				+ ((entry.remedy() != null) ? entry.remedy() : "-");
	}

}
