package vn.wardkpi.planimport.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.shared.SearchKey;

/**
 * The headings above a column, read without marks: "Chi tiêu" is as good as "Chỉ tiêu".
 */
class ColumnTitle {

	private static final Pattern RANGE = Pattern.compile("(20\\d\\d) ?(?:-|–|—|den|toi|÷|~)(?: nam)? ?(20\\d\\d)");

	private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

	/** Dates and numbers of documents, whose years say nothing of the column. */
	private static final Pattern DATES = Pattern
		.compile("ngay \\d{1,2}[ /.-].{0,12}?20\\d\\d|\\d{1,2}/\\d{1,2}/20\\d\\d"
				+ "|\\d+/20\\d\\d/[a-z]|\\d{1,2}\\.\\d{1,2}\\.20\\d\\d");

	private static final Pattern GROUPED_YEAR = Pattern.compile("(?<!\\d)2\\.(0\\d\\d)(?![\\d.])");

	private static final Pattern SHORT_YEAR = Pattern.compile("\\bnam (2\\d|3[0-5])(?![\\d./-])");

	private static final Pattern RESULT = Pattern
		.compile("ket qua|\\bkq(th)?\\d{0,4}\\b|\\bthkh\\d{0,4}\\b|\\buoc\\b|\\buth\\b|thuc hien|\\bth\\d{0,4}\\b"
				+ "|hien trang|thuc trang|nam goc|\\bgoc\\b|co so|thuc te|dat duoc|da dat|nam truoc|so lieu (nam )?20\\d\\d");

	private static final Pattern AIM = Pattern.compile(
			"ke hoach|lo trinh|phan ky|\\bkh\\d{0,4}\\b|muc tieu|\\bmt\\b|chi tieu|giao|phan dau|du kien|dinh huong|du toan|quyet nghi");

	private static final Pattern ESTIMATE = Pattern.compile("\\buoc\\b|\\buth\\b");

	private static final Pattern COMPARISON = Pattern.compile("so sanh|\\bso voi\\b|\\bss\\b|chenh lech|toc do|ty trong"
			+ "|co cau|^(muc |so |ty le )?(tang|giam)\\b|\\btang ?[,;/&-]? ?(va |hoac )?giam|^ty le\\b|^ti le\\b"
			+ "|^% ?(th|kh|so|hoan|dat|tang)|hoan thanh (ke hoach|kh|so)|(ty le|%) (hoan thanh|dat)|tang truong"
			+ "|\\d ?/ ?(kh|th|uth|uoc th)?\\.? ?20\\d\\d|(kh|th) ?/ ?(kh|th)\\b|cung ky");

	/** Below a year's heading: what is aimed at may be the number or the share. */
	private static final Pattern SHARE = Pattern.compile("(ty|ti) le( ?\\(?%\\)?)?|\\(?%\\)?|co cau( ?\\(?%\\)?)?");

	private static final Pattern AVERAGE = Pattern.compile("binh quan|\\bbq\\b|trung binh|\\btb\\b");

	private static final Pattern PART_YEAR = Pattern
		.compile("(?<!\\d)(?!12 thang)\\d{1,2} thang|\\bquy\\b|(?<!phan |giao )dau nam"
				+ "|\\bthang \\d|(den|toi) (het )?(ngay|thang) |(den|toi) (?!31/12)\\d{1,2}/|cuoi thang|\\bky (i|1|2|ii)\\b");

	private static final Pattern WHOLE_YEAR = Pattern.compile("ca nam|31/12");

	private static final Pattern PARTY = Pattern
		.compile("dai hoi|\\bnqdh\\b|\\bnq dh\\b|nghi quyet (cua )?dang|dang bo|dang uy");

	private static final Pattern CITY = Pattern
		.compile("(thanh pho|\\btp\\b|tinh|cap tren|trung uong|quan|huyen)( \\w+){0,2} giao|phap lenh"
				+ "|^(ubnd |hdnd )?(thanh pho|tp|tinh|cap tren|trung uong)$");

	private static final Pattern COUNCIL = Pattern
		.compile("hdnd|hoi dong nhan dan|\\b(phuong|xa|dac khu) (giao|phan dau|quyet)");

	private static final Pattern LEAD = Pattern
		.compile("chu tri|\\b(don vi|co quan|phong|ban|bo phan|to chuc) .*(thuc hien"
				+ "|phu trach|theo doi|tham muu|bao cao|chiu trach nhiem|duoc giao)|phong,? ban|(don vi|co quan) thuc hien");

	private static final Pattern PERSON = Pattern.compile("lanh dao|can bo|nguoi (phu trach|theo doi|thuc hien)"
			+ "|(dong chi|d/c|chu tich|thuong truc|bi thu|thanh vien|uy vien|truong ban).*(phu trach|chi dao|theo doi)");

	/** Of those who lead, not of clerks. */
	private static final Pattern LEADER = Pattern
		.compile("lanh dao|(dong chi|d/c|chu tich|thuong truc|bi thu|thanh vien|uy vien).*(phu trach|chi dao)"
				+ "|^nguoi phu trach$");

	/** Of tasks and of money: years in such headings are no targets. */
	private static final Pattern OTHER_MATTER = Pattern.compile(
			"thoi (gian|han|diem)|tien do|san pham (dau ra|cua)|kinh phi|nguon von|dia diem|can cu|giai phap|phuong phap");

	private static final Pattern FIELD = Pattern.compile("(ten )?(linh vuc|nganh|nganh,? linh vuc|linh vuc,? nganh)");

	private static final Pattern NOTE = Pattern.compile("ghi chu|chu thich");

	private static final Pattern PERIOD = Pattern.compile("giai doan|\\b0?5 nam|\\bnam nam|ca ky|ca nhiem ky|nhiem ky");

	private static final Pattern UNTIL = Pattern.compile("(den|toi|cuoi) (het |cuoi |nam )*20\\d\\d");

	private final String title;

	/** With its dates. */
	private final String whole;

	private final String all;

	private final String own;

	ColumnTitle(List<String> titles) {
		this.title = String.join(" ", titles);
		this.whole = SearchKey.of(this.title);
		this.all = key(this.title);
		this.own = key(titles.get(titles.size() - 1));
	}

	/**
	 * Whether a heading of names or of numbers is at all possible; most cells are none.
	 */
	static boolean mayBeginHeading(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isLetter(text.charAt(i))) {
				return NameTitle.mayBegin(key(text));
			}
		}
		return false;
	}

	/** Years that a number format groups, "2.026", are years. */
	private static String key(String title) {
		String plain = SearchKey.of(title);
		if (!hasDigit(plain)) {
			return plain.strip();
		}
		String years = GROUPED_YEAR.matcher(plain).replaceAll("2$1");
		years = SHORT_YEAR.matcher(years.replace("31/12/20", "20")).replaceAll("nam 20$1");
		return DATES.matcher(years).replaceAll(" ").strip();
	}

	private static boolean hasDigit(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isDigit(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	Column column() {
		if (PERSON.matcher(this.all).find()) {
			return column(LEADER.matcher(this.all).find() ? Part.LEADER : Part.TEXT);
		}
		if (LEAD.matcher(this.all).find()) {
			return column(Part.LEAD_UNIT);
		}
		if (this.all.contains("phoi hop")) {
			return column(Part.COOPERATING);
		}
		if (NOTE.matcher(this.all).find()) {
			return column(Part.NOTE);
		}
		if (FIELD.matcher(this.own).matches()) {
			return column(Part.FIELD);
		}
		if (OTHER_MATTER.matcher(this.all).find()) {
			return column(Part.UNKNOWN);
		}
		if (NameTitle.isName(this.own, YEAR.matcher(this.all).find())) {
			return column(Part.NAME);
		}
		if (NameTitle.isUnit(this.all)) {
			return column(Part.UNIT);
		}
		if (SHARE.matcher(this.own).matches() && !this.own.equals(this.all) && !isResult() && dated(this.all) != null) {
			return column(Part.UNKNOWN);
		}
		if (COMPARISON.matcher(this.own).find() || COMPARISON.matcher(this.all).find()) {
			return column(Part.OTHER);
		}
		if (AVERAGE.matcher(this.all).find()) {
			return average();
		}
		if (PART_YEAR.matcher(this.whole).find() && !WHOLE_YEAR.matcher(this.own).find()) {
			return partYear();
		}
		Column worded = worded();
		if (worded != null) {
			return worded;
		}
		Column dated = dated(this.own);
		if (dated == null && !this.all.equals(this.own)) {
			dated = dated(this.all);
		}
		return (dated != null) ? dated : undated();
	}

	private Column column(Part part) {
		return new Column(part, null, null, this.title);
	}

	private Column average() {
		Matcher range = RANGE.matcher(this.all);
		return range.find()
				? new Column(Part.AVERAGE, Integer.valueOf(range.group(1)), Integer.valueOf(range.group(2)), this.title)
				: column(Part.AVERAGE);
	}

	private Column partYear() {
		Matcher year = YEAR.matcher(this.whole);
		Integer of = year.find() ? Integer.valueOf(year.group(1)) : null;
		return new Column(Part.PART_YEAR, of, of, this.title);
	}

	/**
	 * Whether the column holds results: by the word that comes first, its own heading
	 * before those above. "Kế hoạch thực hiện" is a plan, "Thực hiện kế hoạch" a result.
	 */
	boolean isResult() {
		for (String key : List.of(this.own, this.all)) {
			if (ESTIMATE.matcher(key).find()) {
				return true;
			}
			Matcher result = RESULT.matcher(key);
			Matcher aim = AIM.matcher(key);
			boolean results = result.find();
			boolean aims = aim.find();
			if (results || aims) {
				return results && (!aims || result.start() < aim.start());
			}
		}
		return false;
	}

	/** Years that words count or that belong to schools; see {@link WordedYears}. */
	private @Nullable Column worded() {
		Integer counted = WordedYears.counted(this.own);
		Integer school = WordedYears.school(this.own);
		Integer year = (counted != null) ? counted : school;
		return (year == null) ? null
				: new Column(isResult() ? Part.BASELINE : issued(Part.YEAR), year, year, this.title);
	}

	private @Nullable Column dated(String key) {
		boolean result = isResult();
		Matcher range = RANGE.matcher(key);
		if (range.find()) {
			Integer from = Integer.valueOf(range.group(1));
			Integer to = Integer.valueOf(range.group(2));
			boolean period = !result && from <= to;
			return new Column(period ? issued(Part.PERIOD) : Part.OTHER, from, to, this.title);
		}
		List<Integer> years = YEAR.matcher(key).results().map((found) -> Integer.valueOf(found.group(1))).toList();
		if (years.isEmpty()) {
			return null;
		}
		if (years.stream().distinct().count() > 1) {
			return column(Part.UNKNOWN);
		}
		Integer year = years.get(0);
		if (result) {
			return new Column(Part.BASELINE, year, year, this.title);
		}
		boolean until = UNTIL.matcher(key).find();
		Part issued = issued(until ? Part.PERIOD : Part.YEAR);
		return new Column((until && issued == Part.PERIOD) ? Part.UNTIL : issued, year, year, this.title);
	}

	private Column undated() {
		if (NameTitle.isUnit(NameTitle.withoutRemark(this.own))) {
			return column(Part.UNIT);
		}
		if (NameTitle.isNumber(NameTitle.withoutRemark(this.own)) || NameTitle.isNumber(this.all)) {
			return column(Part.NUMBER);
		}
		if (isResult()) {
			return column(Part.BASELINE);
		}
		if (PERIOD.matcher(this.all).find() || PARTY.matcher(this.all).find()) {
			return column(issued(Part.PERIOD));
		}
		boolean aim = AIM.matcher(this.all).find() || CITY.matcher(this.own).find() || COUNCIL.matcher(this.own).find();
		return column(!aim ? Part.UNKNOWN : (issued(Part.YEAR) == Part.YEAR) ? Part.PLAN : issued(Part.PERIOD));
	}

	private Part issued(Part part) {
		boolean yearly = part == Part.YEAR;
		for (String key : List.of(this.own, this.all)) {
			if (PARTY.matcher(key).find()) {
				return yearly ? Part.PARTY_YEAR : Part.PARTY;
			}
			if (CITY.matcher(key).find()) {
				return yearly ? Part.CITY_YEAR : Part.CITY_PERIOD;
			}
			if (COUNCIL.matcher(key).find()) {
				return yearly ? Part.COUNCIL_YEAR : Part.COUNCIL_PERIOD;
			}
		}
		return part;
	}

}
