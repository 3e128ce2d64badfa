package vn.wardkpi.planimport.proposal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.table.TableMapping;

/**
 * What the sender of an annex says about it; what is {@code null} is taken from the file
 * or has a default.
 *
 * @param issuer who set the annex's targets; the ward's council by default
 * @param decisionNumber such as "15/NQ-HĐND"
 * @param decisionDate also the day from which the targets hold
 * @param mapping what tables, columns and rows are, over what is understood
 */
public record ImportOptions(@Nullable String title, @Nullable Integer fromYear, @Nullable Integer toYear,
		@Nullable Issuer issuer, @Nullable String decisionNumber, @Nullable LocalDate decisionDate,
		@Nullable TableMapping mapping) {

	public static final ImportOptions NONE = new ImportOptions(null, null, null, null, null, null, null);

	/** What holds of the tables, the years among it. */
	public TableMapping tables() {
		TableMapping stated = (this.mapping != null) ? this.mapping : TableMapping.NONE;
		return (this.fromYear != null || this.toYear != null) ? stated.withYears(this.fromYear, this.toYear) : stated;
	}

}
