package vn.wardkpi.planimport.annex;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.UnitName;

/**
 * Where the unit of a row stands: in its column, as a ditto mark for the one above, in
 * brackets behind the name, or above the table for all.
 */
class UnitTexts {

	private static final Pattern DITTO = Pattern
		.compile("[-\"'“”’‘„〃 ]*(nt|n\\.t|nhu tren|[\"“”〃″]|//|''|’’)[-\"'“”’‘. ]*");

	private static final int LONGEST_DITTO = 30;

	private static final Pattern ABOVE = Pattern
		.compile("(?iu)\\(?(?:đơn vị(?: tính)?|đvt|đv tính)\\s*[:-]\\s*([^;)\n]{1,40})");

	private static final Pattern BRACKETED = Pattern
		.compile(".*[(\\[]((?:ĐVT|đvt|Đơn vị(?: tính)?)\\s*:\\s*)?([^()\\[\\]]{1,40})[)\\]]");

	private static final Pattern COUNTED = Pattern
		.compile("(người|hộ|trường|lớp|thôn|tổ|vụ|cây|con|cơ sở|mô hình|doanh nghiệp"
				+ "|lượt|lao động|công trình|giường|bác sĩ|điểm|phòng|nhà|hợp tác xã|sản phẩm|km|m|chỉ tiêu|di tích|buổi|cuộc"
				+ "|ca|đảng viên|hội viên|tuyến|trạm|máy|bộ|hồ sơ|dự án|đồ án)(/.*| .*)?",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** Those that with other words behind them are no units. */
	private static final Pattern COUNTED_ALONE = Pattern
		.compile("htx|thtx|trẻ|trẻ em|em|cháu|học sinh|giáo viên|học viên|sinh viên|khu|cụm|ấp|khóm|bản|làng|phường|xã"
				+ "|đơn vị|tổ chức|cán bộ|liệt sĩ|đoàn viên|chi bộ|câu lạc bộ|thuê bao|tin|bài|văn bản|thủ tục|chuyến|căn"
				+ "|khẩu|nhân khẩu|đợt|lần|suất|cái|chiếc|quyển|tuổi|giờ|‰",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern RATE = Pattern.compile("^(ty le|ti le|toc do|ty trong|ty suat)\\b.*");

	private final @Nullable String ofAll;

	private final @Nullable String ofHeadings;

	private @Nullable String last;

	/**
	 * @param above texts above the table
	 * @param ofHeadings the unit that the headings of all figures name, if they do
	 */
	UnitTexts(Collection<String> above, @Nullable String ofHeadings) {
		this.ofHeadings = ofHeadings;
		this.ofAll = above.stream()
			.map(ABOVE::matcher)
			.filter(Matcher::find)
			.map((found) -> found.group(1).strip())
			.filter((unit) -> !unit.isEmpty())
			.reduce((one, other) -> other)
			.orElse(null);
	}

	/**
	 * @param text what stands in the column of units, if there is one
	 */
	Optional<String> of(String text, String name) {
		if (isDitto(text)) {
			return Optional.ofNullable(this.last);
		}
		if (!text.isEmpty() && !text.equals("-")) {
			this.last = withoutBrackets(text);
			return Optional.of(this.last);
		}
		Optional<String> named = inName(name);
		return named.isPresent() ? named : ofTable(name);
	}

	/** The unit of a table is no unit of a rate. */
	private Optional<String> ofTable(String name) {
		boolean rate = RATE.matcher(SearchKey.of(name)).matches();
		return Stream.of(Optional.ofNullable(this.ofHeadings), Optional.ofNullable(this.ofAll))
			.flatMap(Optional::stream)
			.filter((unit) -> !rate || UnitName.of(unit).isPercent())
			.findFirst();
	}

	private static Optional<String> inName(String name) {
		Matcher matcher = BRACKETED.matcher(name);
		if (!matcher.matches()) {
			String behind = name.substring(Math.max(name.lastIndexOf(','), name.lastIndexOf(':')) + 1).strip();
			boolean unit = behind.length() < name.length() && !behind.isEmpty()
					&& (UnitName.of(behind).isPercent() || UnitName.of(behind).isMeasure());
			return unit ? Optional.of(behind) : Optional.empty();
		}
		String unit = matcher.group(2).strip();
		return (matcher.group(1) != null || isUnit(unit)) ? Optional.of(unit) : Optional.empty();
	}

	/** Whether words in brackets are a unit. */
	static boolean isUnit(String text) {
		UnitName found = UnitName.of(text);
		return found.isPercent() || found.isMeasure() || COUNTED.matcher(text).matches()
				|| COUNTED_ALONE.matcher(text).matches();
	}

	/**
	 * "(%)" is "%": brackets around the whole unit are typography.
	 */
	private static String withoutBrackets(String unit) {
		boolean bracketed = unit.startsWith("(") && unit.indexOf(')') == unit.length() - 1;
		return bracketed ? unit.substring(1, unit.length() - 1).strip() : unit;
	}

	/** Whether a text stands for the one above it. */
	static boolean isDitto(String text) {
		return text.length() <= LONGEST_DITTO && DITTO.matcher(SearchKey.of(text)).matches();
	}

	/** Whether the texts above the table or its headings state a unit. */
	boolean isStated() {
		return this.ofAll != null || this.ofHeadings != null;
	}

}
