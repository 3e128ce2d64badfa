package vn.wardkpi.report.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.Projection;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What is said of one indicator over the period.
 */
final class PeriodSentence {

	private final ReportWords words;

	private final FigureWords figures;

	PeriodSentence(ReportWords words) {
		this.words = words;
		this.figures = new FigureWords(words);
	}

	/** What it has come to, beside what was asked to date and of the whole period. */
	String reached(IndicatorOverPeriod row) {
		List<String> parts = new ArrayList<>();
		PeriodAttainment period = row.attainment();
		IndicatorRow indicator = row.indicator();
		if (period.yearsJudged() != null && period.yearsHeld() != null && period.yearsJudged() > 0) {
			parts.add(this.words.of("period.held", String.valueOf(period.yearsHeld()),
					String.valueOf(period.yearsJudged())));
			if (!period.missedYears().isEmpty()) {
				parts.add(this.words.of("period.missed", ReportWords.years(period.missedYears())));
			}
		}
		else if (period.value() != null && period.latestYear() != null) {
			parts.add(this.words.of("period.value", String.valueOf(period.latestYear()),
					FigureWords.number(period.value(), indicator)));
			if (period.targetToDate() != null) {
				parts.add(this.words.of("period.to-date", FigureWords.number(period.targetToDate(), indicator)));
			}
		}
		else if (indicator.rule().role() != IndicatorRole.GROUP) {
			parts.add(this.words.of("period.no-value"));
		}
		if (row.target() != null) {
			parts.add(this.words.of("period.target", FigureWords.target(row.target().target(), indicator)));
		}
		if (!period.missingYears().isEmpty()) {
			parts.add(this.words.of("period.missing", ReportWords.years(period.missingYears())));
		}
		return indicator.name() + (parts.isEmpty() ? "." : ": " + String.join("; ", parts) + ".");
	}

	/** What each remaining year must bring. */
	Optional<String> required(IndicatorOverPeriod row) {
		PeriodAttainment period = row.attainment();
		String years = String.valueOf(period.remainingYears().size());
		if (!period.requiredMissing().isEmpty()) {
			boolean toCome = period.remainingYears().containsAll(period.requiredMissing());
			return Optional.of(this.words.of("required.missing" + (toCome ? "-parts" : ""),
					ReportWords.years(period.requiredMissing())));
		}
		Accumulation accumulation = row.indicator().rule().accumulation();
		if (period.remainingYears().isEmpty() || row.indicator().rule().role() == IndicatorRole.GROUP) {
			return Optional.empty();
		}
		BigDecimal required = period.required();
		return (required == null || required.signum() == 0 || accumulation == Accumulation.EVERY_YEAR)
				? Optional.empty()
				: Optional.of(this.words.of("required." + accumulation + kind(row.indicator(), required),
						amount(row.indicator(), required), years) + pace(period));
	}

	/** Whether its target is to be met every year and was so far. */
	boolean isHeld(IndicatorOverPeriod row) {
		PeriodAttainment period = row.attainment();
		return row.indicator().rule().accumulation() == Accumulation.EVERY_YEAR && !period.remainingYears().isEmpty()
				&& period.yearsHeld() != null && period.yearsHeld().equals(period.yearsJudged());
	}

	private static String kind(IndicatorRow indicator, BigDecimal required) {
		return switch (indicator.rule().accumulation()) {
			case LAST -> (required.signum() < 0) ? ".down" : ".up";
			case SUM, AVERAGE, GROWTH_RATE ->
				(indicator.rule().direction() == Direction.LOWER_IS_BETTER) ? ".limit" : "";
			case EVERY_YEAR, RATIO_OF_SUMS -> "";
		};
	}

	private String amount(IndicatorRow indicator, BigDecimal required) {
		boolean share = FigureText.isShare(indicator, null);
		String number = VietnameseNumber.writeShort(required.abs());
		return switch (indicator.rule().accumulation()) {
			case RATIO_OF_SUMS -> number;
			case LAST -> share ? this.words.of("points", number) : number + FigureText.unitInSentence(indicator);
			case SUM, AVERAGE, GROWTH_RATE, EVERY_YEAR ->
				VietnameseNumber.writeShort(required) + (share ? "%" : FigureText.unitInSentence(indicator));
		};
	}

	private String pace(PeriodAttainment period) {
		BigDecimal factor = period.paceFactor();
		return (factor != null && factor.compareTo(BigDecimal.ONE) > 0)
				? this.words.of("required.factor", VietnameseNumber.writeShort(factor)) : "";
	}

	/** Where the period ends if the pace so far holds. */
	Optional<String> projected(IndicatorOverPeriod row) {
		Projection projection = row.attainment().projection();
		List<Integer> years = row.attainment().remainingYears();
		if (projection == null || years.isEmpty()) {
			return Optional.empty();
		}
		String last = String.valueOf(years.get(years.size() - 1));
		String value = FigureWords.number(projection.periodValue(), row.indicator());
		if (projection.target() == null) {
			return Optional.of(this.words.of("projected.alone", last, value));
		}
		String target = FigureWords.number(projection.target(), row.indicator());
		if (projection.meets() || projection.shortfall() == null) {
			return Optional.of(this.words.of("projected.met", last, value, target));
		}
		boolean limit = row.indicator().rule().direction() == Direction.LOWER_IS_BETTER;
		return Optional.of(this.words.of(limit ? "projected.above" : "projected.short", last, value, target,
				this.figures.amount(projection.shortfall(), row.indicator(), null)));
	}

	/** Cause and remedy of its latest full year, if it missed its target. */
	Optional<String> explained(IndicatorOverPeriod row) {
		Integer latest = row.attainment().latestYear();
		ActualRow actual = (latest != null) ? row.path().actuals().get(latest) : null;
		return (actual != null && (actual.cause() != null || actual.remedy() != null))
				? Optional.of(new IndicatorSentence(this.words).explanation(actual)) : Optional.empty();
	}

}
