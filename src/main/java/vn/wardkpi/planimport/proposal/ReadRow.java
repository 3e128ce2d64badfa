package vn.wardkpi.planimport.proposal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.shared.SearchKey;

/**
 * A row of an annex whose texts of targets have been read.
 *
 * @param targets by year; without what is no target or unclear
 */
record ReadRow(AnnexRow row, SortedMap<Integer, ParsedTarget> targets, SortedMap<Integer, ParsedTarget> city,
		@Nullable ParsedTarget period, @Nullable ParsedTarget party, List<IssuedTarget> others,
		@Nullable ParsedTarget baseline) {

	ReadRow {
		others = List.copyOf(others);
	}

	/**
	 * A target of an issuer that has columns of its own.
	 *
	 * @param year {@code null} for the period
	 */
	record IssuedTarget(Issuer issuer, @Nullable Integer year, ParsedTarget target) {
	}

	String no() {
		return this.row.no();
	}

	/** The name without marks, lower case. */
	String key() {
		return SearchKey.of(this.row.name());
	}

	/** The name with its marks, lower case. */
	String lower() {
		return this.row.name().toLowerCase(Locale.ROOT);
	}

	boolean hasTarget() {
		return !this.targets.isEmpty() || this.period != null || !this.city.isEmpty() || this.party != null
				|| !this.others.isEmpty();
	}

	/** The numbers of the yearly targets in order, where all are numbers. */
	List<BigDecimal> values() {
		List<BigDecimal> values = new ArrayList<>();
		for (ParsedTarget target : this.targets.values()) {
			if (target.value() == null) {
				return List.of();
			}
			values.add(target.value());
		}
		return values;
	}

	@Nullable BigDecimal periodValue() {
		return (this.period != null) ? this.period.value() : null;
	}

	@Nullable BigDecimal baselineValue() {
		return (this.baseline != null) ? this.baseline.value() : null;
	}

	/** All targets of its own issuer and of the others. */
	Stream<ParsedTarget> all() {
		return Stream
			.of(this.targets.values().stream(), this.city.values().stream(), Stream.ofNullable(this.period),
					Stream.ofNullable(this.party), this.others.stream().map(IssuedTarget::target))
			.flatMap((part) -> part);
	}

	/**
	 * Baseline and yearly targets, each at least as the one before and not all the same.
	 */
	boolean rises() {
		return moves(1);
	}

	boolean falls() {
		return moves(-1);
	}

	private boolean moves(int sign) {
		if (this.targets.values().stream().anyMatch((target) -> target.valueType() == ValueType.RATIO)) {
			return false;
		}
		List<BigDecimal> path = new ArrayList<>(values());
		if (baselineValue() != null) {
			path.add(0, baselineValue());
		}
		for (int i = 1; i < path.size(); i++) {
			if (path.get(i).compareTo(path.get(i - 1)) * sign < 0) {
				return false;
			}
		}
		return path.size() >= 2 && path.get(0).compareTo(path.get(path.size() - 1)) != 0;
	}

}
