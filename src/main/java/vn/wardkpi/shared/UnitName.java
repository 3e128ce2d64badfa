package vn.wardkpi.shared;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A unit of measurement as published, with a canonical form for comparison: "tỉ" is "tỷ",
 * "Tr.đồng/ người/ tháng" is "triệu đồng/người/tháng", "(%)" is "%".
 *
 * @param published as an office wrote it
 * @param canonical lower case, abbreviations written out, blanks only between words
 */
public record UnitName(String published, String canonical) {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern AROUND_SLASH = Pattern.compile(" ?/ ?");

	private static final Pattern BRACKETED = Pattern.compile("[(\\[](.*)[)\\]]");

	/** Abbreviations and spellings, each only as whole words at the beginning. */
	private static final Map<Pattern, String> SPELLINGS = spellings();

	/** With what each of those begins. */
	private static final String SPELT_OTHERWISE = "tn1đvp";

	private static final Pattern SCALED = Pattern.compile("(tỷ|triệu|nghìn|vạn) (.+)");

	private static final Map<String, Integer> POWERS_OF_TEN = Map.of("tỷ", 9, "triệu", 6, "vạn", 4, "nghìn", 3);

	/** Areas, weights, lengths: the unit they are counted in, and the power of ten. */
	private static final Map<String, Map.Entry<String, Integer>> MEASURES = Map.of("km2", Map.entry("m2", 6), "ha",
			Map.entry("m2", 4), "m2", Map.entry("m2", 0), "tấn", Map.entry("kg", 3), "tạ", Map.entry("kg", 2), "kg",
			Map.entry("kg", 0), "km", Map.entry("m", 3), "m", Map.entry("m", 0), "mét", Map.entry("m", 0));

	private static final Map<String, Map.Entry<String, Integer>> SHARES = Map.of("%", Map.entry("‰", 1), "‰",
			Map.entry("‰", 0));

	private static final Set<String> THINGS = Set.of("hộ", "hộ dân", "hộ gia đình", "người", "lao động", "trường",
			"học sinh", "cháu", "trẻ em", "thôn", "tổ dân phố", "cơ sở", "doanh nghiệp", "hợp tác xã", "tụ điểm", "vụ",
			"công trình", "dự án", "mô hình", "đồ án");

	private static final Pattern MONEY = Pattern.compile(".*\\bđồng\\b.*|.*\\busd\\b.*",
			Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern MEASURE = Pattern
		.compile("(k?m[23]?|ha|tấn|tạ|kg|lít|kwh|mw|mét|giờ|điểm|năm|tuổi)(/.*)?");

	public static UnitName of(String published) {
		String text = Normalizer.normalize(published, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		text = text.replace('²', '2').replace('³', '3').replace('％', '%');
		text = BLANKS.matcher(text).replaceAll(" ").strip();
		if (text.startsWith("(") || text.startsWith("[")) {
			Matcher bracketed = BRACKETED.matcher(text);
			text = bracketed.matches() ? bracketed.group(1).strip() : text;
		}
		text = (text.indexOf('/') >= 0) ? AROUND_SLASH.matcher(text).replaceAll("/") : text;
		if (text.isEmpty() || SPELT_OTHERWISE.indexOf(text.charAt(0)) < 0) {
			return new UnitName(published, text);
		}
		for (Map.Entry<Pattern, String> spelling : SPELLINGS.entrySet()) {
			text = spelling.getKey().matcher(text).replaceFirst(spelling.getValue());
		}
		return new UnitName(published, text);
	}

	private static Map<Pattern, String> spellings() {
		Map<Pattern, String> spellings = new LinkedHashMap<>();
		spellings.put(Pattern.compile("^tỉ(?= |/|$)"), "tỷ");
		spellings.put(Pattern.compile("^(ngàn|1\\.000|1000)(?= |/|đ)"), "nghìn");
		spellings.put(Pattern.compile("^(tr\\.? ?đồng|tr\\.? ?đ|trđ|triệu ?đ)(?= |/|$)"), "triệu đồng");
		spellings.put(Pattern.compile("^tr(?=/|$)"), "triệu");
		spellings.put(Pattern.compile("^(tỷ|triệu|nghìn) ?(?:đ|vnđ|vnd)(?= |/|$)"), "$1 đồng");
		spellings.put(Pattern.compile("^(đ|vnđ|vnd)(?= |/|$)"), "đồng");
		spellings.put(Pattern.compile("^(tỷ|triệu|nghìn)(?=/|$)"), "$1 đồng");
		spellings.put(Pattern.compile("^phần trăm$"), "%");
		return spellings;
	}

	public boolean isPercent() {
		return this.canonical.equals("%") || this.canonical.startsWith("%/");
	}

	/**
	 * Whether it measures (money, area, weight, time) rather than counts things.
	 */
	public boolean isMeasure() {
		return SCALED.matcher(this.canonical).matches() || MONEY.matcher(this.canonical).matches()
				|| MEASURE.matcher(this.canonical).matches();
	}

	/**
	 * Whether it counts people, households, institutions or other things that come whole.
	 */
	public boolean isOfThings() {
		return THINGS.contains(this.canonical);
	}

	/**
	 * Whether it is money, an area, a weight or a length: of those, one unit can be
	 * turned into another, and a text in another kind of unit speaks of something else.
	 */
	public boolean isConvertible() {
		return MONEY.matcher(this.canonical).matches() || MEASURES.containsKey(this.canonical);
	}

	public boolean sameAs(UnitName other) {
		return this.canonical.equals(other.canonical);
	}

	/**
	 * The power of ten by which figures in this unit are multiplied to be in the other
	 * one: 3 from tỷ đồng to triệu đồng.
	 * @return {@code null} where the one cannot be turned into the other
	 */
	public @Nullable Integer powerOfTenTo(UnitName other) {
		Map.Entry<String, Integer> mine = base();
		Map.Entry<String, Integer> theirs = other.base();
		return mine.getKey().equals(theirs.getKey()) ? mine.getValue() - theirs.getValue() : null;
	}

	/**
	 * Converts exactly.
	 * @return the same quantity in the other unit, or {@code null} where there is none
	 */
	public @Nullable BigDecimal convert(BigDecimal value, UnitName other) {
		Integer power = powerOfTenTo(other);
		return (power != null) ? atLeastWhole(value.scaleByPowerOfTen(power)) : null;
	}

	private static BigDecimal atLeastWhole(BigDecimal value) {
		return (value.scale() < 0) ? value.setScale(0) : value;
	}

	private Map.Entry<String, Integer> base() {
		Matcher scaled = SCALED.matcher(this.canonical);
		if (scaled.matches()) {
			Map.Entry<String, Integer> of = base(scaled.group(2));
			return Map.entry(of.getKey(), of.getValue() + POWERS_OF_TEN.getOrDefault(scaled.group(1), 0));
		}
		return base(this.canonical);
	}

	private static Map.Entry<String, Integer> base(String unit) {
		return MEASURES.getOrDefault(unit, SHARES.getOrDefault(unit, Map.entry(unit, 0)));
	}

	@Override
	public String toString() {
		return this.published;
	}

}
