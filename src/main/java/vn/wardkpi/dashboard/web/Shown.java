package vn.wardkpi.dashboard.web;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Which indicators a page shows, and in which groups.
 *
 * @param verdict only those of this verdict
 * @param course only those on this course
 * @param text only those whose number, name, field or lead unit contains it
 */
public record Shown(@Nullable Verdict verdict, @Nullable Course course, Grouping grouping, @Nullable String text) {

	public static final Shown EVERYTHING = new Shown(null, null, Grouping.FIELD, null);

	public Shown {
		text = StringUtils.hasText(text) ? text.strip() : null;
	}

	Shown only(@Nullable Verdict shown) {
		return new Shown(shown, this.course, this.grouping, this.text);
	}

	Shown only(@Nullable Course shown) {
		return new Shown(this.verdict, shown, this.grouping, this.text);
	}

	Shown grouped(Grouping by) {
		return new Shown(this.verdict, this.course, by, this.text);
	}

	/** The same grouping of everything. */
	Shown groupedOnly() {
		return new Shown(null, null, this.grouping, null);
	}

	public boolean isFiltered() {
		return this.verdict != null || this.course != null || this.text != null;
	}

	/**
	 * Compared as people search, without marks.
	 */
	public boolean contains(IndicatorRow indicator) {
		if (this.text == null) {
			return true;
		}
		String key = SearchKey.of(this.text);
		return indicator.no().equals(this.text) || contains(indicator.name(), key) || contains(indicator.field(), key)
				|| indicator.leadUnits().stream().map(LeadUnitRow::name).anyMatch((name) -> contains(name, key));
	}

	private static boolean contains(@Nullable String text, String key) {
		return text != null && SearchKey.of(text).contains(key);
	}

	/**
	 * What the headings of the table are.
	 */
	public enum Grouping {

		FIELD, UNIT, VERDICT;

		/**
		 * @param parameter as an address names it; by field where it names none that is
		 * known
		 */
		public static Grouping of(@Nullable String parameter) {
			return Arrays.stream(values())
				.filter((each) -> each.parameter().equalsIgnoreCase(parameter))
				.findFirst()
				.orElse(FIELD);
		}

		public String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
