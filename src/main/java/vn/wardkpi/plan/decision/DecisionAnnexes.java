package vn.wardkpi.plan.decision;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.decision.AnnexTargets.Finding;
import vn.wardkpi.plan.decision.AnnexTargets.Stated;
import vn.wardkpi.plan.decision.AnnexTargets.Where;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SearchKey;

/**
 * Proposes a decision's targets from its annex: rows are known by number and name, and
 * what is in force already is left out.
 */
@Service
public class DecisionAnnexes {

	private final PlanCatalog catalog;

	private final AnnexTargets files;

	private final Clock clock;

	DecisionAnnexes(PlanCatalog catalog, AnnexTargets files, Clock clock) {
		this.catalog = catalog;
		this.files = files;
		this.clock = clock;
	}

	/**
	 * Stores nothing.
	 * @param effective from when its targets hold, if that is known
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than the ward's
	 * administrators; TOO_LARGE, UNSUPPORTED or INVALID if the file cannot be read at all
	 */
	@Transactional(readOnly = true)
	public ReadAnnex read(long planId, Issuer issuer, @Nullable LocalDate effective, byte[] content, Actor actor) {
		PlanSummary plan = this.catalog.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		LocalDate today = LocalDate.now(this.clock);
		LocalDate day = (effective != null && effective.isAfter(today)) ? effective : today;
		Map<String, TargetRow> current = this.catalog.targets(planId, day)
			.stream()
			.filter((row) -> row.issuer() == issuer)
			.collect(Collectors.toMap((row) -> row.no() + "/" + row.year(), (row) -> row));
		Known known = new Known(this.catalog.indicators(planId, day));
		AnnexTargets.Reading read = this.files.read(content, issuer);
		List<ReadAnnex.Row> rows = new ArrayList<>();
		List<Stated> unmatched = new ArrayList<>();
		TreeSet<Integer> outside = new TreeSet<>();
		int unchanged = 0;
		for (Stated stated : read.targets()) {
			IndicatorRow row = known.find(stated);
			if (stated.year() != null && !plan.covers(stated.year())) {
				outside.add(stated.year());
			}
			else if (row == null) {
				unmatched.add(stated);
			}
			else {
				TargetRow target = current.get(row.no() + "/" + stated.year());
				if (isSame(target, stated.text(), row.unit())) {
					unchanged++;
				}
				else {
					rows.add(new ReadAnnex.Row(row.no(), row.name(), stated,
							(target != null) ? target.target().text() : null, Known.remark(stated, row)));
				}
			}
		}
		List<Finding> problems = new ArrayList<>(read.problems());
		outside.forEach((year) -> problems
			.add(new Finding(Problem.info("annex-year-outside", String.valueOf(year)), new Where(null, null, null))));
		return new ReadAnnex(rows, unchanged, unmatched, problems);
	}

	/**
	 * Whether the text asks for what is asked for already, or for nothing where nothing
	 * is.
	 */
	private static boolean isSame(@Nullable TargetRow current, String text, @Nullable String unit) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit);
		if (reading instanceof TargetGrammar.Reading.Ambiguous) {
			return current != null && current.target().text().equals(text);
		}
		if (!(reading instanceof TargetGrammar.Reading.Understood understood)) {
			return current == null;
		}
		ParsedTarget asked = understood.target();
		return current != null && asked.comparator() == current.target().comparator()
				&& equal(asked.value(), current.target().value()) && equal(asked.upper(), current.target().upper())
				&& (asked.value() != null || asked.text().equals(current.target().text()));
	}

	private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null) ? other == null : other != null && one.compareTo(other) == 0;
	}

	/**
	 * The plan's indicators by what an annex calls them.
	 */
	private static final class Known {

		private final Map<String, IndicatorRow> byNo = new HashMap<>();

		private final Map<String, List<IndicatorRow>> byName = new HashMap<>();

		Known(List<IndicatorRow> indicators) {
			indicators.forEach((row) -> {
				this.byNo.put(row.no(), row);
				this.byName.computeIfAbsent(SearchKey.of(row.name()), (name) -> new ArrayList<>()).add(row);
			});
		}

		/** By a name that one alone has, else by number where the names are alike. */
		@Nullable IndicatorRow find(Stated stated) {
			IndicatorRow numbered = this.byNo.get(stated.no());
			List<IndicatorRow> named = this.byName.getOrDefault(SearchKey.of(stated.name()), List.of());
			if (named.size() == 1) {
				return named.get(0);
			}
			return (numbered != null && isLike(stated.name(), numbered.name())) ? numbered : null;
		}

		/** Whether at least half of the words of the shorter name stand in the other. */
		private static boolean isLike(String one, String other) {
			Set<String> words = words(one);
			Set<String> others = words(other);
			int fewer = Math.min(words.size(), others.size());
			words.retainAll(others);
			return 2 * words.size() >= fewer;
		}

		private static Set<String> words(String name) {
			return new HashSet<>(Arrays.asList(SearchKey.of(name).split("\\W+")));
		}

		static @Nullable Problem remark(Stated stated, IndicatorRow row) {
			boolean named = SearchKey.of(stated.name()).equals(SearchKey.of(row.name()));
			if (!named) {
				return Problem.warning("annex-name-differs", stated.no(), stated.name(), row.name());
			}
			return Objects.equals(stated.no(), row.no()) ? null : Problem.info("annex-renumbered", stated.no());
		}

	}

}
