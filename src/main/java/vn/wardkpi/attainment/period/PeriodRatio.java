package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * RATIO_OF_SUMS: x and y of the years are added before they are divided.
 */
final class PeriodRatio extends PeriodRule {

	PeriodRatio(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return null;
	}

	@Override
	boolean isComputed() {
		return true;
	}

	@Override
	@Nullable Figure overall(ParsedTarget target) {
		Sums done = done();
		return (value() != null) ? Figure.ofRatio(ReportingPeriod.FINAL, done.x(), done.y()) : null;
	}

	private Sums done() {
		Sums sums = Sums.NONE;
		for (Figure figure : this.series.figures().values()) {
			sums = sums.plus(figure.numerator(), figure.denominator());
		}
		return sums;
	}

	private Sums asked(Collection<Integer> years) {
		Sums sums = Sums.NONE;
		for (Integer year : years) {
			ParsedTarget target = this.series.target(year);
			if (target != null && target.valueType() == ValueType.RATIO) {
				sums = sums.plus(target.value(), target.upper());
			}
		}
		return sums;
	}

	/** Years given as a bare share cannot be added to years given as x/y. */
	@Override
	@Nullable BigDecimal value() {
		boolean bare = this.series.figures()
			.values()
			.stream()
			.anyMatch((figure) -> figure.numerator() == null || figure.denominator() == null);
		return bare ? null : done().share();
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		BigDecimal share = asked(this.series.values().keySet()).share();
		return (share != null || this.series.values().isEmpty()) ? share : finalGoal();
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return asked(this.series.goals().keySet()).share();
	}

	/** The x still missing: of the period's own x/y, else of the years' together. */
	@Override
	@Nullable BigDecimal required() {
		ParsedTarget period = this.series.periodTarget();
		if (period == null) {
			return null;
		}
		BigDecimal all = (period.valueType() == ValueType.RATIO) ? period.value()
				: asked(this.series.goals().keySet()).x();
		if (all == null || all.signum() == 0) {
			return null;
		}
		return all.subtract(done().x()).max(BigDecimal.ZERO);
	}

	@Override
	@Nullable BigDecimal pace() {
		BigDecimal x = done().x();
		return (value() != null) ? Decimals.divide(x, this.series.values().size()) : null;
	}

	@Override
	boolean isAchieved() {
		BigDecimal missing = required();
		return isReached() && (isFloor() ? missing != null && missing.signum() == 0 : this.series.remaining() == 0);
	}

	/** x and y of several years, added. */
	private record Sums(BigDecimal x, BigDecimal y) {

		static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);

		Sums plus(@Nullable BigDecimal moreX, @Nullable BigDecimal moreY) {
			return (moreX != null && moreY != null) ? new Sums(this.x.add(moreX), this.y.add(moreY)) : this;
		}

		@Nullable BigDecimal share() {
			return (this.y.signum() > 0) ? this.x.multiply(Percentage.WHOLE).divide(this.y, Decimals.PRECISION) : null;
		}

	}

}
