package vn.wardkpi.dashboard.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.OverriddenYear;

/**
 * What a page says of a verdict that a reviewer set in place of the computed one.
 *
 * @param reference the document it rests on, if any
 */
public record OverrideNote(int year, Issuer issuer, Verdict verdict, Verdict computed, String reason,
		@Nullable String reference, String by, Instant at) {

	public static OverrideNote of(OverrideRow override, Judgement judgement) {
		return new OverrideNote(override.year(), override.issuer(), override.verdict(), judgement.computed(),
				override.reason(), override.reference(), override.createdBy(), override.createdAt());
	}

	public static @Nullable OverrideNote of(IndicatorYear row) {
		return (row.override() != null) ? of(row.override(), row.judgement()) : null;
	}

	public static List<OverrideNote> of(List<OverriddenYear> years) {
		return years.stream().map((year) -> of(year.override(), year.judgement())).toList();
	}

}
