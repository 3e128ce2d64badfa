package vn.wardkpi.planimport.table;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.SearchKey;

/**
 * The years of a plan.
 *
 * @param assumed whether only the last of them is stated, "đến năm 2030"
 */
public record TitleYears(int from, int to, boolean assumed) {

	/** Plans of five years end with years that five divides. */
	private static final int TERM = 5;

	private static final Pattern RANGE = Pattern
		.compile("(nhiem ky )?(20\\d\\d) ?(?:-|–|—|den|÷)(?: nam)? ?(20\\d\\d)");

	private static final Pattern UNTIL = Pattern
		.compile("(tam nhin )?\\b(?:den|toi)(?: het| cuoi| nam)* (20\\d[05])\\b|tam nhin(?: nam)? (20\\d\\d)\\b");

	private static final Pattern SCHOOL = Pattern.compile("nam hoc (20\\d\\d) ?[-–/] ?(?:20)?\\d\\d");

	private static final Pattern SINGLE = Pattern.compile("\\bnam (20\\d\\d)");

	private static final Pattern PLANNED = Pattern
		.compile("(ke hoach|muc tieu|chi tieu|\\bkh\\b).{0,80}?\\bnam (20\\d\\d)");

	/** A decision that the annex hangs on. */
	private static final Pattern DECISION = Pattern.compile("(kem theo|can cu) .*");

	private static final Pattern DATES = Pattern
		.compile("ngay .{0,30}?nam 20\\d\\d|\\d{1,2}/\\d{1,2}/20\\d\\d|\\d+/20\\d\\d/[a-z-]+");

	TitleYears(int from, int to) {
		this(from, to, false);
	}

	/**
	 * What the texts above a table say: the latest period, else the year of the plan. A
	 * decision's date and the congress's term are no plan's years.
	 */
	static @Nullable TitleYears in(Collection<String> texts) {
		List<String> keys = texts.stream()
			.map(SearchKey::of)
			.map((key) -> SCHOOL.matcher(DATES.matcher(key).replaceAll(" ")).replaceAll("nam $1"))
			.toList();
		List<String> titles = keys.stream().map((key) -> DECISION.matcher(key).replaceAll(" ")).toList();
		TitleYears period = period(titles);
		TitleYears single = single(titles.stream().map((key) -> UNTIL.matcher(key).replaceAll(" ")).toList());
		TitleYears found = (period != null) ? period : (single != null) ? single : until(titles);
		return (found != null) ? found : period(keys);
	}

	/** The term that ends with the first year that the texts look ahead to. */
	private static @Nullable TitleYears until(List<String> keys) {
		return keys.stream()
			.flatMap((key) -> UNTIL.matcher(key).results())
			.filter((found) -> found.group(1) == null && found.group(2) != null)
			.map((found) -> Integer.valueOf(found.group(2)))
			.min(Integer::compare)
			.map((last) -> new TitleYears(last - TERM + 1, last, true))
			.orElse(null);
	}

	private static @Nullable TitleYears period(List<String> keys) {
		TitleYears best = null;
		for (String key : keys) {
			Matcher range = RANGE.matcher(key);
			while (range.find()) {
				int from = Integer.parseInt(range.group(2));
				int to = Integer.parseInt(range.group(3));
				if (range.group(1) == null && from < to && to - from < 10 && (best == null || to > best.to)) {
					best = new TitleYears(from, to);
				}
			}
		}
		return best;
	}

	private static @Nullable TitleYears single(List<String> keys) {
		for (Pattern pattern : List.of(PLANNED, SINGLE)) {
			List<Integer> years = keys.stream()
				.flatMap((key) -> pattern.matcher(key).results())
				.map((found) -> Integer.valueOf(found.group(found.groupCount())))
				.distinct()
				.toList();
			if (years.size() == 1) {
				return new TitleYears(years.get(0), years.get(0));
			}
		}
		return null;
	}

	boolean isOneYear() {
		return this.from == this.to;
	}

}
