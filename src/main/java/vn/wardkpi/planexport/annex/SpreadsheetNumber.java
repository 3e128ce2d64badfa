package vn.wardkpi.planexport.annex;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a spreadsheet keeps it: value and format, which together show the very text
 * that was published, "66,7%" as 0.667 in the format {@code 0.0%}.
 */
public record SpreadsheetNumber(BigDecimal value, String format) {

	/** As many digits as a spreadsheet program keeps. */
	private static final int MOST_DIGITS = 15;

	private static final Pattern PLAIN = Pattern.compile("(-?)(\\d{1,3}(?:\\.\\d{3})+|0|[1-9]\\d*)(?:,(\\d+))?(%?)");

	/**
	 * Nothing where no format shows the text as it is.
	 */
	public static Optional<SpreadsheetNumber> of(String text) {
		Matcher matcher = PLAIN.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String whole = matcher.group(2);
		String digits = whole.replace(".", "");
		String decimals = (matcher.group(3) != null) ? matcher.group(3) : "";
		BigDecimal value = new BigDecimal(matcher.group(1) + digits + (decimals.isEmpty() ? "" : "." + decimals));
		boolean negativeZero = value.signum() == 0 && !matcher.group(1).isEmpty();
		if (digits.length() + decimals.length() > MOST_DIGITS || negativeZero || whole.startsWith("0.")) {
			return Optional.empty();
		}
		boolean percent = !matcher.group(4).isEmpty();
		String format = (whole.contains(".") ? "#,##0" : "0")
				+ (decimals.isEmpty() ? "" : "." + "0".repeat(decimals.length())) + (percent ? "%" : "");
		return Optional.of(new SpreadsheetNumber(percent ? value.movePointLeft(2) : value, format));
	}

}
