package vn.wardkpi.planimport.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.shared.SearchKey;

/**
 * What a column holds.
 *
 * @param year its year, or the first of its years
 * @param lastYear the last of its years
 * @param title its headings from top to bottom
 */
public record Column(Part part, @Nullable Integer year, @Nullable Integer lastYear, String title) {

	/** A file has no more. */
	static final int MOST = 100;

	/**
	 * What a column can hold.
	 */
	public enum Part {

		NUMBER, NAME, UNIT, FIELD, LEAD_UNIT, COOPERATING, NOTE,

		/** Who of the ward's leaders answers for it in person. */
		LEADER,

		/** Words that stay with their row. */
		TEXT,

		/** The result before the plan. */
		BASELINE,

		/** Targets of the annex's own issuer for the period and for a year. */
		PERIOD, YEAR,

		/** Those of an issuer that the heading names. */
		CITY_PERIOD, CITY_YEAR, COUNCIL_PERIOD, COUNCIL_YEAR, PARTY, PARTY_YEAR,

		/** A target by the end of a year: the period's, as a rule. */
		UNTIL,

		/** A target whose heading says no year. */
		PLAN,

		/** A mean of the years, which is a rate. */
		AVERAGE,

		/** A result of a part of a year. */
		PART_YEAR,

		/** A comparison, an older result and the like: known and no part of a plan. */
		OTHER,

		/** The same column as the one to its left: their heading is merged. */
		JOINED,

		/** A heading that is not understood. */
		UNKNOWN,

		/** No heading. */
		NONE;

		public boolean isYearly() {
			return this == YEAR || this == CITY_YEAR || this == COUNCIL_YEAR || this == PARTY_YEAR;
		}

		public boolean isPeriod() {
			return this == PERIOD || this == CITY_PERIOD || this == COUNCIL_PERIOD || this == PARTY;
		}

		public boolean isTarget() {
			return isYearly() || isPeriod() || this == UNTIL || this == PLAN;
		}

		/** Whether figures stand in it. */
		public boolean isValue() {
			return isTarget() || this == BASELINE || this == AVERAGE || this == PART_YEAR || this == OTHER;
		}

		/** The issuer that the heading names; {@code null} for the annex's own. */
		public @Nullable Issuer issuer() {
			return switch (this) {
				case CITY_PERIOD, CITY_YEAR -> Issuer.CITY;
				case COUNCIL_PERIOD, COUNCIL_YEAR -> Issuer.WARD_COUNCIL;
				case PARTY, PARTY_YEAR -> Issuer.PARTY_CONGRESS;
				default -> null;
			};
		}

		Part ofPeriod() {
			return switch (this) {
				case CITY_YEAR -> CITY_PERIOD;
				case COUNCIL_YEAR -> COUNCIL_PERIOD;
				case PARTY_YEAR -> PARTY;
				default -> UNTIL;
			};
		}

		Part ofYear() {
			return switch (this) {
				case CITY_PERIOD -> CITY_YEAR;
				case COUNCIL_PERIOD -> COUNCIL_YEAR;
				case PARTY -> PARTY_YEAR;
				default -> YEAR;
			};
		}

	}

	/**
	 * @param titles the column's headings from top to bottom
	 */
	public static Column of(List<String> titles) {
		return titles.isEmpty() ? new Column(Part.NONE, null, null, "") : new ColumnTitle(titles).column();
	}

	/** Whether its heading itself says that results stand in it. */
	public boolean saysResult() {
		return !this.title.isEmpty() && new ColumnTitle(List.of(this.title)).isResult();
	}

	/** Whether its heading counts the plan's years and does not name them. */
	public boolean countsYears() {
		return WordedYears.counted(SearchKey.of(this.title)) != null;
	}

	/** Whether its heading names a school year. */
	public boolean namesSchoolYear() {
		return WordedYears.school(SearchKey.of(this.title)) != null;
	}

	public Column as(Part other) {
		return new Column(other, this.year, this.lastYear, this.title);
	}

	Column in(Part other, @Nullable Integer year, @Nullable Integer lastYear) {
		return new Column(other, year, lastYear, this.title);
	}

}
