package vn.wardkpi.planimport.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * A stored number as a Vietnamese office sees it: 0.667 formatted {@code 0.0%} is
 * "66,7%". Works on the decimal digits in the file, so that nothing of a binary fraction
 * shows.
 *
 * @param text what is seen
 * @param full the same number with all its decimals, where the format hides some
 * @param hiddenZero whether the format shows a stored zero as a dash
 * @param date whether the format shows a date
 */
record CellDisplay(String text, @Nullable String full, boolean hiddenZero, boolean date) {

	/** As many digits as a spreadsheet program keeps. */
	private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

	/** As many digits as the format "General" shows. */
	private static final MathContext GENERAL = new MathContext(10, RoundingMode.HALF_UP);

	private static final Locale VIETNAM = Locale.forLanguageTag("vi-VN");

	private static final Pattern YEAR_ALONE = Pattern.compile("(?i)(?:\\[[^\\]]*])*\\W*y{4}\\W*(?:;@)?");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	/**
	 * @param raw the number as stored
	 * @param formatId id of the number format
	 * @param format its code
	 */
	static CellDisplay of(String raw, int formatId, @Nullable String format, boolean from1904) {
		BigDecimal value = new BigDecimal(raw).round(KEPT);
		if (format == null || format.isBlank() || format.equalsIgnoreCase("General") || format.equals("@")) {
			BigDecimal shown = plain(value.round(GENERAL));
			return display(shown.toPlainString().replace('.', ','), shown.compareTo(value) == 0, value, false);
		}
		if (DateUtil.isADateFormat(formatId, format)) {
			if (YEAR_ALONE.matcher(format).matches()) {
				LocalDateTime year = DateUtil.getLocalDateTime(value.doubleValue(), from1904);
				return new CellDisplay((year != null) ? String.valueOf(year.getYear()) : raw, null, false, false);
			}
			LocalDateTime date = DateUtil.getLocalDateTime(value.doubleValue(), from1904);
			return new CellDisplay((date != null) ? DATE.format(date) : raw, null, false, true);
		}
		List<String> sections = sections(format);
		boolean own = value.signum() < 0 && sections.size() > 1;
		String chosen = own ? sections.get(1)
				: (value.signum() == 0 && sections.size() > 2) ? sections.get(2) : sections.get(0);
		Section section = Section.of(chosen);
		if (section == null) {
			String text = new DataFormatter(VIETNAM).formatRawCellContents(value.doubleValue(), formatId, format);
			return new CellDisplay(text.strip(), null, false, false);
		}
		return section.show(own ? value.abs() : value);
	}

	private static CellDisplay display(String text, boolean whole, BigDecimal value, boolean percent) {
		String full = plain(value).toPlainString().replace('.', ',') + (percent ? "%" : "");
		return new CellDisplay(text, whole ? null : full, false, false);
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/**
	 * The parts of a format for positive, negative and zero values.
	 */
	private static List<String> sections(String format) {
		List<String> sections = new ArrayList<>();
		StringBuilder section = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < format.length(); i++) {
			char c = format.charAt(i);
			if (c == '\\' && i + 1 < format.length()) {
				section.append(c).append(format.charAt(i + 1));
				i++;
			}
			else if (c == ';' && !quoted) {
				sections.add(section.toString());
				section.setLength(0);
			}
			else {
				quoted = (c == '"') != quoted;
				section.append(c);
			}
		}
		sections.add(section.toString());
		return sections;
	}

	/**
	 * One part of a format, as far as offices use them: digits, groups, decimals, a
	 * percent sign, and words around.
	 *
	 * @param thousands how often the format divides by a thousand
	 */
	private record Section(String before, String digits, String after, boolean percent, int thousands) {

		static @Nullable Section of(String format) {
			StringBuilder before = new StringBuilder();
			StringBuilder digits = new StringBuilder();
			StringBuilder after = new StringBuilder();
			boolean percent = false;
			for (int i = 0; i < format.length(); i++) {
				char c = format.charAt(i);
				StringBuilder words = digits.isEmpty() ? before : after;
				switch (c) {
					case '0', '#', '?', '.', ',' -> {
						if (!after.isEmpty()) {
							return null;
						}
						digits.append(c);
					}
					case '%' -> {
						percent = true;
						words.append(c);
					}
					case '"' -> {
						int end = format.indexOf('"', i + 1);
						if (end < 0) {
							return null;
						}
						words.append(format, i + 1, end);
						i = end;
					}
					case '\\' -> {
						i++;
						words.append((i < format.length()) ? format.substring(i, i + 1) : "");
					}
					case '_' -> {
						i++;
						words.append(' ');
					}
					case '*' -> i++;
					case '[' -> {
						int end = format.indexOf(']', i);
						if (end < 0 || "<>=".indexOf(format.charAt(i + 1)) >= 0) {
							return null;
						}
						if (format.charAt(i + 1) == '$') {
							words.append(format.substring(i + 2, end).replaceAll("-.*", ""));
						}
						i = end;
					}
					default -> {
						if ("EeGg/@".indexOf(c) >= 0) {
							return null;
						}
						words.append(c);
					}
				}
			}
			int thousands = 0;
			while (!digits.isEmpty() && digits.charAt(digits.length() - 1) == ',') {
				digits.setLength(digits.length() - 1);
				thousands++;
			}
			return new Section(before.toString(), digits.toString(), after.toString(), percent, thousands);
		}

		CellDisplay show(BigDecimal stored) {
			if (placeholders(this.digits) == 0) {
				String text = (this.before + this.after).strip();
				return new CellDisplay(text, null, stored.signum() == 0 && text.equals("-"), false);
			}
			BigDecimal value = stored.movePointRight(this.percent ? 2 : 0).movePointLeft(3 * this.thousands);
			int point = this.digits.indexOf('.');
			String whole = (point < 0) ? this.digits : this.digits.substring(0, point);
			String fraction = (point < 0) ? "" : this.digits.substring(point + 1);
			if (value.signum() == 0 && whole.indexOf('0') < 0 && fraction.indexOf('0') < 0) {
				String text = (this.before + this.after).strip();
				return new CellDisplay(text, null, text.equals("-"), false);
			}
			int least = (int) fraction.chars().filter((c) -> c == '0').count();
			BigDecimal rounded = value.setScale(placeholders(fraction), RoundingMode.HALF_UP);
			BigDecimal shown = plain(rounded);
			if (shown.scale() < least) {
				shown = shown.setScale(least);
			}
			String text = (this.before + write(shown, whole.indexOf(',') >= 0) + this.after).strip();
			return display(text, rounded.compareTo(value) == 0, value, this.percent);
		}

		private static String write(BigDecimal shown, boolean grouped) {
			String digits = shown.abs().toPlainString();
			int point = digits.indexOf('.');
			String whole = (point < 0) ? digits : digits.substring(0, point);
			String fraction = (point < 0) ? "" : "," + digits.substring(point + 1);
			String groups = grouped ? whole.replaceAll("\\B(?=(\\d{3})+$)", ".") : whole;
			return ((shown.signum() < 0) ? "-" : "") + groups + fraction;
		}

		private static int placeholders(String digits) {
			return (int) digits.chars().filter((c) -> c == '0' || c == '#' || c == '?').count();
		}

	}

}
