package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;

/**
 * RATIO_OF_SUMS: x and y of the years are added before they are divided. Pace and what is
 * required are in x, values in percent points.
 */
final class PeriodRatio extends PeriodRule {

	PeriodRatio(PeriodSeries series) {
		super(series);
	}

	@Override
	boolean isComputed() {
		return true;
	}

	@Override
	@Nullable Figure overall(ParsedTarget target) {
		Sums sums = sums();
		return (value() != null) ? Figure.ofRatio(ReportingPeriod.FINAL, sums.x(), sums.y()) : null;
	}

	private Sums sums() {
		return this.series.figures().values().stream().map(Sums::of).reduce(Sums.NONE, Sums::plus);
	}

	/** Years given as a bare share cannot be added to years given as x/y. */
	private List<Integer> bareYears() {
		return this.series.figures()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().numerator() == null || entry.getValue().denominator() == null)
			.map(Map.Entry::getKey)
			.toList();
	}

	@Override
	@Nullable Fraction done() {
		return bareYears().isEmpty() ? sums().share() : null;
	}

	@Override
	@Nullable BigDecimal value() {
		Fraction done = done();
		return (done != null) ? done.toDecimal() : null;
	}

	@Override
	@Nullable Fraction expected(int year) {
		return goal(year);
	}

	/**
	 * Σx ÷ Σy of the years' targets. A bare share is asked of the y there was.
	 */
	@Override
	@Nullable Fraction asked() {
		Fraction x = Fraction.ZERO;
		BigDecimal y = BigDecimal.ZERO;
		for (Map.Entry<Integer, Figure> entry : this.series.figures().entrySet()) {
			Sums target = Sums.of(this.series.target(entry.getKey()));
			Fraction share = expected(entry.getKey());
			BigDecimal of = entry.getValue().denominator();
			if (target.y().signum() > 0) {
				x = x.plus(Fraction.of(target.x()));
				y = y.add(target.y());
			}
			else if (share != null && of != null) {
				x = x.plus(share.times(Fraction.of(of)).dividedBy(Fraction.of(Percentage.WHOLE)));
				y = y.add(of);
			}
			else {
				return null;
			}
		}
		return (y.signum() > 0) ? x.times(Fraction.of(Percentage.WHOLE)).dividedBy(Fraction.of(y)) : null;
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		Fraction asked = asked();
		return (asked != null) ? asked.toDecimal() : null;
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		Fraction share = this.series.goals()
			.keySet()
			.stream()
			.map((year) -> Sums.of(this.series.target(year)))
			.reduce(Sums.NONE, Sums::plus)
			.share();
		return (share != null) ? share.toDecimal() : null;
	}

	/** Of the years' targets, y in all; {@code null} where one of them has none. */
	private @Nullable BigDecimal asked(Collection<Integer> years) {
		BigDecimal y = BigDecimal.ZERO;
		for (Integer year : years) {
			Sums target = Sums.of(this.series.target(year));
			if (target.y().signum() <= 0) {
				return null;
			}
			y = y.add(target.y());
		}
		return y;
	}

	private @Nullable ParsedTarget ownParts() {
		ParsedTarget own = this.series.periodTarget();
		return (own != null && own.valueType() == ValueType.RATIO) ? own : null;
	}

	/** The x that the whole period asks for. */
	private @Nullable BigDecimal whole() {
		ParsedTarget parts = ownParts();
		BigDecimal goal = finalGoal();
		BigDecimal toCome = asked(this.series.remaining());
		if (parts != null) {
			return parts.value();
		}
		return (goal != null && toCome != null) ? goal.movePointLeft(2).multiply(sums().y().add(toCome)) : null;
	}

	@Override
	List<Integer> requiredMissing() {
		List<Integer> missing = new ArrayList<>(super.requiredMissing());
		missing.addAll(bareYears());
		if (ownParts() == null && finalGoal() != null) {
			this.series.remaining()
				.stream()
				.filter((year) -> Sums.of(this.series.target(year)).y().signum() <= 0)
				.forEach(missing::add);
		}
		return missing.stream().sorted().distinct().toList();
	}

	/** The x still missing, per remaining year. */
	@Override
	@Nullable BigDecimal required() {
		if (isAchieved()) {
			return BigDecimal.ZERO;
		}
		BigDecimal whole = whole();
		int remaining = this.series.remaining().size();
		if (whole == null || remaining == 0 || !requiredMissing().isEmpty()) {
			return null;
		}
		return Decimals.divide(whole.subtract(sums().x()).max(BigDecimal.ZERO), remaining);
	}

	@Override
	@Nullable BigDecimal pace() {
		return (value() != null) ? Decimals.divide(sums().x(), this.series.values().size()) : null;
	}

	@Override
	@Nullable BigDecimal ahead(BigDecimal pace, int years) {
		ParsedTarget parts = ownParts();
		BigDecimal toCome = asked(this.series.remaining());
		BigDecimal y = (toCome != null) ? sums().y().add(toCome) : ((parts != null) ? parts.upper() : null);
		if (y == null || y.signum() <= 0) {
			return null;
		}
		int known = this.series.values().size();
		Fraction x = Fraction.of(sums().x()).times((long) known + years).dividedBy(known);
		return x.min(Fraction.of(y)).times(Fraction.of(Percentage.WHOLE)).dividedBy(Fraction.of(y)).toDecimal();
	}

	/** What stays so even if every y that is still to come brings no x. */
	@Override
	@Nullable Verdict settled(boolean officialOnly) {
		return officialOnly ? null : settled(this.series.inYear().values());
	}

	private @Nullable Verdict settled(Collection<Judgement> months) {
		if (!isFloor() || !bareYears().isEmpty()) {
			return null;
		}
		BigDecimal x = sums().x();
		for (Judgement month : months) {
			x = x.add((month.judged() != null) ? Sums.of(month.judged()).x() : BigDecimal.ZERO);
		}
		List<Integer> toCome = new ArrayList<>(this.series.years().all());
		toCome.removeAll(this.series.figures().keySet());
		BigDecimal rest = asked(toCome);
		ParsedTarget parts = ownParts();
		BigDecimal y = (rest != null) ? sums().y().add(rest) : ((parts != null) ? parts.upper() : null);
		if (y == null || y.signum() <= 0) {
			return null;
		}
		Verdict verdict = verdict(Figure.ofRatio(ReportingPeriod.FINAL, x, y.max(x)));
		return verdict.isAttained() ? verdict : null;
	}

	@Override
	boolean isAchieved() {
		return isReached() && (isComplete() || settled(List.of()) != null);
	}

}
