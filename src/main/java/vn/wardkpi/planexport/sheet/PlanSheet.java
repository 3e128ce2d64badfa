package vn.wardkpi.planexport.sheet;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * A plan with the targets in force.
 */
public final class PlanSheet {

	private final PlanSummary plan;

	private final List<IndicatorRow> indicators;

	private final Map<Aim, String> texts = new HashMap<>();

	private final Map<Issuer, Set<Aim>> aims = new EnumMap<>(Issuer.class);

	private final List<String> decisions;

	/**
	 * @param indicators in the order of the annex
	 */
	public PlanSheet(PlanSummary plan, List<IndicatorRow> indicators, List<TargetRow> targets) {
		this.plan = plan;
		this.indicators = List.copyOf(indicators);
		Map<String, IndicatorRow> byNo = new HashMap<>();
		indicators.forEach((row) -> byNo.put(row.no(), row));
		for (TargetRow target : targets) {
			Aim aim = new Aim(target.no(), target.issuer(), target.year());
			this.texts.put(aim,
					PublishedText.of(target.target(), Objects.requireNonNull(byNo.get(target.no())).unit()));
			this.aims.computeIfAbsent(target.issuer(), (issuer) -> new HashSet<>()).add(aim);
		}
		this.decisions = targets.stream()
			.filter((target) -> target.issuer() == Issuer.WARD_COUNCIL)
			.map(TargetRow::decision)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	public PlanSummary plan() {
		return this.plan;
	}

	public List<IndicatorRow> indicators() {
		return this.indicators;
	}

	/** How the decisions of the ward's council are called. */
	public List<String> decisions() {
		return this.decisions;
	}

	public List<Integer> years() {
		return IntStream.rangeClosed(this.plan.fromYear(), this.plan.toYear()).boxed().toList();
	}

	public NavigableSet<Integer> baselineYears() {
		NavigableSet<Integer> years = new TreeSet<>();
		this.indicators.forEach((row) -> {
			if (row.baseline() != null) {
				years.add(row.baseline().year());
			}
		});
		return years;
	}

	/**
	 * Who set targets of a year, the ward's council last: it decides upon what the others
	 * ask for.
	 * @param year {@code null} for the period's own targets
	 */
	public List<Issuer> issuers(@Nullable Integer year) {
		return this.aims.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch((aim) -> Objects.equals(aim.year(), year)))
			.map(Map.Entry::getKey)
			.sorted(Comparator.comparing((Issuer issuer) -> issuer == Issuer.WARD_COUNCIL)
				.thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	/**
	 * The target as published, or nothing.
	 * @param year {@code null} for the period's own target
	 */
	public String target(String no, Issuer issuer, @Nullable Integer year) {
		return this.texts.getOrDefault(new Aim(no, issuer, year), "");
	}

	/**
	 * The baseline as published, or nothing.
	 */
	public static String baseline(IndicatorRow row, int year) {
		return (row.baseline() != null && row.baseline().year() == year) ? row.baseline().text() : "";
	}

	/**
	 * The names of its own lead units, the answering one first; of a row that leaves them
	 * to its parent none.
	 */
	public static String leadUnits(IndicatorRow row) {
		return row.inheritsLeadUnits() ? ""
				: row.leadUnits().stream().map(LeadUnitRow::name).collect(Collectors.joining("; "));
	}

	/**
	 * Whether it has a target of anybody.
	 */
	public boolean hasTarget(String no) {
		return targetsOf(no) > 0;
	}

	/** Whether somebody leads one of the indicators in person. */
	public boolean hasLeaders() {
		return this.indicators.stream().anyMatch((row) -> row.leaderInCharge() != null);
	}

	private int targetsOf(String no) {
		return (int) this.aims.values().stream().flatMap(Set::stream).filter((aim) -> aim.no().equals(no)).count();
	}

	public WrittenAttributes attributes(IndicatorRow row) {
		return new WrittenAttributes(row.no(), row.rule().parentNo(), row.rule().role(), row.rule().decisive(),
				row.rule().direction(), row.rule().valueType(), row.rule().accumulation(), row.rule().bounded(),
				(row.baseline() != null) ? row.baseline().comparable() : null, WrittenAttributes.mark(row.name()),
				WrittenAttributes.mark(row.field()), targetsOf(row.no()));
	}

	private record Aim(String no, Issuer issuer, @Nullable Integer year) {
	}

}
