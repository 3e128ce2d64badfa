package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.Stated;
import vn.wardkpi.ward.LeadUnitCode;

/**
 * Makes indicators of the rows of an annex: attributes as stated, the others inferred.
 */
final class IndicatorProposer {

	private static final Pattern SHARE = Pattern.compile("^ty le\\b|^ti le\\b|\\(%\\)");

	private final List<ReadRow> rows;

	private final @Nullable Integer baselineYear;

	private final List<Inferred> inferred;

	private final Map<String, List<ReadRow>> below = new HashMap<>();

	private final Map<String, IndicatorRole> roles = new HashMap<>();

	private final Map<String, Guess<Boolean>> decisive = new HashMap<>();

	/**
	 * @param baselineYear the year of the column of results, if there is one
	 * @param inferred what is inferred is added
	 */
	IndicatorProposer(List<ReadRow> rows, @Nullable Integer baselineYear, List<Inferred> inferred) {
		this.rows = rows;
		this.baselineYear = baselineYear;
		this.inferred = inferred;
		for (ReadRow row : rows) {
			if (row.row().parentNo() != null) {
				this.below.computeIfAbsent(row.row().parentNo(), (no) -> new ArrayList<>()).add(row);
			}
		}
		for (ReadRow row : rows) {
			IndicatorRole role = Objects.requireNonNullElse(row.row().stated().role(), role(row).value());
			this.roles.put(row.no(), role);
			if (role == IndicatorRole.GROUP) {
				inferDecisive(below(row));
			}
		}
	}

	/**
	 * One indicator for each row, in their order.
	 */
	List<IndicatorDraft> propose() {
		return this.rows.stream().map(this::indicator).toList();
	}

	private IndicatorDraft indicator(ReadRow row) {
		AnnexRow source = row.row();
		Stated stated = source.stated();
		ReadRow evidence = evidence(row);
		String no = row.no();
		IndicatorRole role = chosen(stated.role(), role(row), no, "role");
		boolean decides = decides(row);
		Direction direction = chosen(stated.direction(), DirectionInference.of(evidence), no, "direction");
		ValueType type = chosen(stated.valueType(), AttributeInference.valueType(evidence), no, "valueType");
		Accumulation accumulation = chosen(stated.accumulation(), AttributeInference.accumulation(evidence, type), no,
				"accumulation");
		boolean bounded = chosen(stated.bounded(), AttributeInference.bounded(evidence, type, direction), no,
				"bounded");
		int decimals = row.all().mapToInt(ParsedTarget::decimals).max().orElse(0);
		return new IndicatorDraft(no, source.parentNo(), source.name(), source.unit(), source.field(), role, decides,
				direction, type, accumulation, bounded, decimals, baseline(row), source.note(),
				source.leadUnits().stream().map(LeadUnitCode::of).distinct().toList(), leader(stated));
	}

	private static @Nullable String leader(Stated stated) {
		String leader = stated.leader();
		return (leader == null || leader.isBlank()) ? null : leader.strip();
	}

	private Guess<IndicatorRole> role(ReadRow row) {
		if (row.row().parentNo() != null) {
			return Guess.sure(IndicatorRole.BREAKDOWN, "role.below", row.row().parentNo());
		}
		return (!below(row).isEmpty() && !row.hasTarget()) ? Guess.sure(IndicatorRole.GROUP, "role.heading")
				: Guess.sure(IndicatorRole.COUNTED, "role.own-number");
	}

	/**
	 * The only share among a group's rows decides it, unless the file says which does.
	 */
	private void inferDecisive(List<ReadRow> parts) {
		if (parts.stream().anyMatch((row) -> row.row().stated().decisive() != null)) {
			return;
		}
		List<ReadRow> shares = parts.stream()
			.filter((row) -> AttributeInference.valueType(row).value() == ValueType.PERCENT
					|| SHARE.matcher(row.key()).find())
			.toList();
		if (shares.size() == 1) {
			this.decisive.put(shares.get(0).no(), Guess.sure(true, "decisive.rate"));
		}
	}

	private boolean decides(ReadRow row) {
		Guess<Boolean> guess = this.decisive.get(row.no());
		if (row.row().stated().decisive() == null && guess != null) {
			this.inferred.add(guess.of(row.no(), "decisive"));
		}
		return isDecisive(row);
	}

	private boolean isDecisive(ReadRow row) {
		Boolean stated = row.row().stated().decisive();
		return (stated != null) ? stated : this.decisive.containsKey(row.no());
	}

	/** A group has no figures: what is inferred of its decisive row holds for it. */
	private ReadRow evidence(ReadRow row) {
		List<ReadRow> parts = below(row);
		if (this.roles.get(row.no()) != IndicatorRole.GROUP || parts.isEmpty()) {
			return row;
		}
		return parts.stream().filter(this::isDecisive).findFirst().orElse(parts.get(0));
	}

	private @Nullable Baseline baseline(ReadRow row) {
		ParsedTarget baseline = row.baseline();
		if (baseline == null || this.baselineYear == null) {
			return null;
		}
		Boolean stated = row.row().stated().baselineComparable();
		Guess<Boolean> guess = AttributeInference.baselineComparable(row);
		if (stated == null && !guess.value()) {
			this.inferred.add(guess.of(row.no(), "baselineComparable"));
		}
		return new Baseline(this.baselineYear, baseline.text(), baseline.value(),
				(stated != null) ? stated : guess.value(), BaselineOrigin.known(row.row().stated().baselineOrigin()));
	}

	private <T> T chosen(@Nullable T stated, Guess<T> guess, String no, String field) {
		if (stated != null) {
			return stated;
		}
		this.inferred.add(guess.of(no, field));
		return guess.value();
	}

	private List<ReadRow> below(ReadRow row) {
		return this.below.getOrDefault(row.no(), List.of());
	}

}
