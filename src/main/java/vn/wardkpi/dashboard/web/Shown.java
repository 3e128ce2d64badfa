package vn.wardkpi.dashboard.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param text only those whose number, name, field, lead unit or leader contains it
 * @param hidden columns that are left out
 * @param sorting of the rows of a whole period
 */
public record Shown(@Nullable Verdict verdict, @Nullable Course course, Grouping grouping, @Nullable String text,
		Set<Column> hidden, Sorting sorting) {

	public static final Shown EVERYTHING = new Shown(null, null, Grouping.FIELD, null, Set.of(), Sorting.DANGER);

	public Shown {
		text = StringUtils.hasText(text) ? text.strip() : null;
		hidden = Collections.unmodifiableSet(hidden.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(hidden));
	}

	Shown only(@Nullable Verdict shown) {
		return new Shown(shown, this.course, this.grouping, this.text, this.hidden, this.sorting);
	}

	Shown only(@Nullable Course shown) {
		return new Shown(this.verdict, shown, this.grouping, this.text, this.hidden, this.sorting);
	}

	Shown grouped(Grouping by) {
		return new Shown(this.verdict, this.course, by, this.text, this.hidden, this.sorting);
	}

	/** The same grouping of everything, and the same columns. */
	Shown groupedOnly() {
		return new Shown(null, null, this.grouping, null, this.hidden, this.sorting);
	}

	Shown sorted(Sorting by) {
		return new Shown(this.verdict, this.course, this.grouping, this.text, this.hidden, by);
	}

	/** With a column that was left out, or without one that was not. */
	Shown turned(Column column) {
		Set<Column> left = EnumSet.noneOf(Column.class);
		left.addAll(this.hidden);
		if (!left.remove(column)) {
			left.add(column);
		}
		return new Shown(this.verdict, this.course, this.grouping, this.text, left, this.sorting);
	}

	/** What the table is marked with. */
	public String withoutColumns() {
		return this.hidden.stream().map(Column::mark).collect(Collectors.joining(" "));
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
				|| indicator.leadUnits().stream().map(LeadUnitRow::name).anyMatch((name) -> contains(name, key))
				|| contains(indicator.leaderInCharge(), key);
	}

	private static boolean contains(@Nullable String text, String key) {
		return text != null && SearchKey.of(text).contains(key);
	}

	/**
	 * A column of a year's table that may be left out.
	 */
	public enum Column {

		UNIT("without-unit"), PREVIOUS("without-previous"), DIFFERENCE("without-difference"), PATH("without-path");

		private final String mark;

		Column(String mark) {
			this.mark = mark;
		}

		private String mark() {
			return this.mark;
		}

		/**
		 * Those that an address names; what it names besides is passed over.
		 */
		public static Set<Column> of(@Nullable List<String> parameters) {
			Set<Column> named = EnumSet.noneOf(Column.class);
			for (Column each : values()) {
				if (parameters != null && parameters.contains(each.parameter())) {
					named.add(each);
				}
			}
			return named;
		}

		public String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What the headings of the table are.
	 */
	public enum Grouping {

		FIELD, UNIT, LEADER, VERDICT,

		/** Of a whole period only. */
		COURSE;

		/** What a page groups by where its address names nothing. */
		public static Grouping usual(boolean period) {
			return period ? COURSE : FIELD;
		}

		/**
		 * @param parameter as an address names it; the usual where it names none that the
		 * page knows
		 */
		public static Grouping of(@Nullable String parameter, boolean period) {
			return Arrays.stream(values())
				.filter((each) -> each.parameter().equalsIgnoreCase(parameter) && (period || each != COURSE))
				.findFirst()
				.orElse(usual(period));
		}

		public String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What comes first in each group.
	 */
	public enum Sorting {

		DANGER, NUMBER, NAME;

		/**
		 * @param parameter as an address names it; what is in danger first where it names
		 * none that is known
		 */
		public static Sorting of(@Nullable String parameter) {
			return Arrays.stream(values())
				.filter((each) -> each.parameter().equalsIgnoreCase(parameter))
				.findFirst()
				.orElse(DANGER);
		}

		public String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
