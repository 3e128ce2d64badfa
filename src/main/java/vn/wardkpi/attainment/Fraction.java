package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An exact fraction of two decimals. A third is kept as one of three, so that 19/3 of
 * 20/3 is 19/20 and not a little less.
 *
 * @param under above zero
 */
public record Fraction(BigDecimal over, BigDecimal under) implements Comparable<Fraction> {

	public static final Fraction ZERO = of(BigDecimal.ZERO);

	/**
	 * @throws IllegalArgumentException if something is divided by nothing
	 */
	public Fraction {
		if (under.signum() == 0) {
			throw new IllegalArgumentException(over + " of nothing");
		}
		if (under.signum() < 0) {
			over = over.negate();
			under = under.negate();
		}
	}

	public static Fraction of(BigDecimal number) {
		return new Fraction(number, BigDecimal.ONE);
	}

	public static Fraction sum(Collection<Fraction> terms) {
		return terms.stream().reduce(ZERO, Fraction::plus);
	}

	public Fraction plus(Fraction other) {
		if (this.under.compareTo(other.under) == 0) {
			return new Fraction(this.over.add(other.over), this.under);
		}
		return new Fraction(this.over.multiply(other.under).add(other.over.multiply(this.under)),
				this.under.multiply(other.under));
	}

	public Fraction minus(Fraction other) {
		return plus(new Fraction(other.over.negate(), other.under));
	}

	public Fraction times(Fraction other) {
		return new Fraction(this.over.multiply(other.over), this.under.multiply(other.under));
	}

	public Fraction times(long number) {
		return new Fraction(this.over.multiply(BigDecimal.valueOf(number)), this.under);
	}

	/**
	 * @throws IllegalArgumentException if the other is nothing
	 */
	public Fraction dividedBy(Fraction other) {
		return new Fraction(this.over.multiply(other.under), this.under.multiply(other.over));
	}

	public Fraction dividedBy(long number) {
		return new Fraction(this.over, this.under.multiply(BigDecimal.valueOf(number)));
	}

	public int signum() {
		return this.over.signum();
	}

	/** By value: 1/2 is as much as 2/4, though they are not equal. */
	@Override
	public int compareTo(Fraction other) {
		return this.over.multiply(other.under).compareTo(other.over.multiply(this.under));
	}

	public Fraction max(Fraction other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	public Fraction min(Fraction other) {
		return (compareTo(other) <= 0) ? this : other;
	}

	/** To 34 significant digits; exact wherever the digits end before. */
	public BigDecimal toDecimal() {
		return this.over.divide(this.under, Decimals.PRECISION);
	}

	/**
	 * Cut downwards, so that nothing reads as a threshold that it does not reach: 0.9499
	 * as 0.94, and −0.001 as −0.01.
	 */
	public BigDecimal cut(int decimals) {
		return this.over.divide(this.under, decimals, RoundingMode.FLOOR);
	}

}
