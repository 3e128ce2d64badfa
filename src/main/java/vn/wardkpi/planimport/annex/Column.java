package vn.wardkpi.planimport.annex;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.SearchKey;

/**
 * What a column holds, understood from its heading without marks: "Chi tiêu" is as good
 * as "Chỉ tiêu".
 *
 * @param year its year, or the first of its years
 * @param lastYear the last of its years
 */
record Column(Part part, @Nullable Integer year, @Nullable Integer lastYear, String title) {

	private static final Pattern RANGE = Pattern.compile("(20\\d\\d) ?(?:-|–|—|den|/) ?(20\\d\\d)");

	private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

	private static final Pattern RESULT = Pattern.compile("ket qua|uoc|thuc hien|\\bth\\b|\\buth\\b|hien trang");

	private static final Pattern CERTAIN_RESULT = Pattern.compile("ket qua|uoc|hien trang");

	private static final Pattern AIM = Pattern.compile("ke hoach|\\bkh\\b|muc tieu|chi tieu|giao|phan dau");

	private static final Pattern CITY = Pattern
		.compile("(thanh pho|\\btp\\b|tinh|cap tren|trung uong|quan|huyen) giao|phap lenh");

	private static final Pattern LEAD = Pattern
		.compile("chu tri|(don vi|co quan|phong|ban) .*(thuc hien|phu trach|theo doi|tham muu|bao cao)|phong ban");

	private static final Pattern PERIOD = Pattern.compile("giai doan|\\b5 nam|\\bnam nam|ca ky|ca nhiem ky");

	private static final Pattern UNTIL = Pattern.compile("(den|toi|cuoi) (het |cuoi )?(nam )?20\\d\\d");

	private static final Pattern NAME = Pattern
		.compile("noi dung|(ten |danh muc |cac |he thong |nhiem vu,? )?chi tieu( chu yeu| kinh te.*)?|muc tieu");

	private static final Pattern UNIT = Pattern.compile("don vi( tinh)?|dvt|dv tinh|d\\.v\\.t|don vi do");

	private static final Pattern NUMBER = Pattern.compile("s?tt|so tt|so thu tu|i|#|no\\.?|ma so|muc");

	/**
	 * What a column can hold.
	 */
	enum Part {

		NUMBER, NAME, UNIT, BASELINE, PARTY, PERIOD, YEAR, CITY_YEAR, UNTIL, LEAD_UNIT, NOTE, OTHER, NONE

	}

	/**
	 * @param titles the column's headings from top to bottom
	 */
	static Column of(List<String> titles) {
		if (titles.isEmpty()) {
			return new Column(Part.NONE, null, null, "");
		}
		String title = String.join(" ", titles);
		String all = SearchKey.of(title);
		String own = SearchKey.of(titles.get(titles.size() - 1));
		if (LEAD.matcher(all).find() && !all.contains("lanh dao")) {
			return new Column(Part.LEAD_UNIT, null, null, title);
		}
		if (all.contains("ghi chu")) {
			return new Column(Part.NOTE, null, null, title);
		}
		if (all.contains("dai hoi")) {
			return new Column(Part.PARTY, null, null, title);
		}
		Column dated = dated(own, all, title);
		if (dated == null && !all.equals(own)) {
			dated = dated(all, all, title);
		}
		return (dated != null) ? dated : new Column(word(own, all), null, null, title);
	}

	private static @Nullable Column dated(String key, String all, String title) {
		boolean result = RESULT.matcher(all).find() && (CERTAIN_RESULT.matcher(all).find() || !AIM.matcher(all).find());
		Matcher range = RANGE.matcher(key);
		if (range.find()) {
			Integer from = Integer.valueOf(range.group(1));
			Integer to = Integer.valueOf(range.group(2));
			boolean period = !result && from < to && !range.group().contains("/");
			return new Column(period ? Part.PERIOD : Part.OTHER, from, to, title);
		}
		List<Integer> years = YEAR.matcher(key).results().map((found) -> Integer.valueOf(found.group())).toList();
		if (years.isEmpty()) {
			return null;
		}
		if (years.stream().distinct().count() > 1 || key.contains("so sanh") || key.contains("so voi")) {
			return new Column(Part.OTHER, null, null, title);
		}
		Part part = result ? Part.BASELINE
				: CITY.matcher(all).find() ? Part.CITY_YEAR : UNTIL.matcher(key).find() ? Part.UNTIL : Part.YEAR;
		return new Column(part, years.get(0), years.get(0), title);
	}

	private static Part word(String own, String all) {
		if (UNIT.matcher(own).matches()) {
			return Part.UNIT;
		}
		if (NUMBER.matcher(own).matches()) {
			return Part.NUMBER;
		}
		if (PERIOD.matcher(all).find()) {
			return Part.PERIOD;
		}
		return NAME.matcher(own).matches() ? Part.NAME : Part.OTHER;
	}

	boolean isTarget() {
		return this.part == Part.YEAR || this.part == Part.PERIOD || this.part == Part.UNTIL
				|| this.part == Part.CITY_YEAR;
	}

	boolean isValue() {
		return isTarget() || this.part == Part.BASELINE || this.part == Part.PARTY;
	}

	Column as(Part other) {
		return new Column(other, this.year, this.lastYear, this.title);
	}

}
