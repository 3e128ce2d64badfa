package vn.wardkpi.plan.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog.Standing;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;

/**
 * A plan as its page shows it: what is or will be public.
 *
 * @param lines one for each indicator and issuer that set it any target
 * @param withoutUnit numbers of indicators for which nobody answers yet
 */
record PlanPage(PlanSummary plan, Standing standing, List<Integer> years, List<Line> lines, int counted,
		List<String> withoutUnit, boolean administered) {

	static PlanPage of(PlanSummary plan, Standing standing, List<IndicatorRow> indicators, List<TargetRow> targets,
			boolean administered) {
		Map<String, List<TargetRow>> byNo = targets.stream().collect(Collectors.groupingBy(TargetRow::no));
		List<Integer> years = IntStream.rangeClosed(plan.fromYear(), plan.toYear()).boxed().toList();
		List<Line> lines = new ArrayList<>();
		for (IndicatorRow row : indicators) {
			List<TargetRow> own = byNo.getOrDefault(row.no(), List.of());
			Set<Issuer> issuers = own.stream()
				.map(TargetRow::issuer)
				.collect(Collectors.toCollection(LinkedHashSet::new));
			boolean first = true;
			for (Issuer issuer : issuers) {
				List<TargetRow> set = own.stream().filter((target) -> target.issuer() == issuer).toList();
				lines.add(new Line(row, first, issuer, years.stream().map((year) -> text(set, year)).toList(),
						text(set, null)));
				first = false;
			}
			if (issuers.isEmpty()) {
				lines.add(new Line(row, true, null, years.stream().map((year) -> "").toList(), ""));
			}
		}
		return new PlanPage(plan, standing, years, lines,
				(int) indicators.stream().filter((row) -> row.rule().parentNo() == null).count(),
				indicators.stream().filter((row) -> row.leadUnits().isEmpty()).map(IndicatorRow::no).toList(),
				administered);
	}

	/**
	 * Whether this person may change its indicators.
	 */
	public boolean editable() {
		return this.administered
				&& (this.plan.status() == PlanStatus.DRAFT || this.plan.status() == PlanStatus.ADOPTED);
	}

	private static String text(List<TargetRow> targets, @Nullable Integer year) {
		return targets.stream()
			.filter((target) -> Objects.equals(target.year(), year))
			.map((target) -> target.target().text())
			.findFirst()
			.orElse("");
	}

	/**
	 * @param first whether it is the indicator's first line
	 * @param issuer {@code null} where nobody set a target
	 * @param texts of the years, as published
	 */
	record Line(IndicatorRow indicator, boolean first, @Nullable Issuer issuer, List<String> texts, String period) {

		Line {
			texts = List.copyOf(texts);
		}

	}

}
