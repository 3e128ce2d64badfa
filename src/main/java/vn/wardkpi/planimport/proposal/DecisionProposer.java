package vn.wardkpi.planimport.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.ward.Ward;

/**
 * Gives an annex's targets to the decisions that set them: its own issuer's, the city's
 * one a year, the council's and the Party congress's.
 */
final class DecisionProposer {

	private final Ward ward;

	private final ImportOptions options;

	private final Issuer issuer;

	private final DraftTexts texts;

	private final List<ImportProblem> problems;

	/** Issuers and years of which two columns state different targets. */
	private final Set<String> twice = new HashSet<>();

	/** Sections whose words name another issuer. */
	private final Set<String> sections = new HashSet<>();

	/**
	 * By issuer, number and year, where the first of those stands that have the same
	 * number.
	 */
	private final Map<String, Place> places = new HashMap<>();

	/** By issuer, each indicator and year once. */
	private final Map<Issuer, Map<String, TargetDraft>> targets = new EnumMap<>(Issuer.class);

	/**
	 * @param problems two targets for the same are added, once for each issuer and year
	 */
	DecisionProposer(Ward ward, ImportOptions options, DraftTexts texts, List<ReadRow> rows,
			List<ImportProblem> problems) {
		this.problems = problems;
		this.ward = ward;
		this.options = options;
		this.issuer = Objects.requireNonNullElse(options.issuer(), Issuer.WARD_COUNCIL);
		this.texts = texts;
		rows.forEach(this::sort);
	}

	/** What a column states for an issuer goes before what stands under no issuer. */
	private void sort(ReadRow row) {
		Issuer own = SectionIssuer.of(row.row()).orElse(this.issuer);
		if (own != this.issuer && this.sections.add(String.valueOf(row.row().field()))) {
			this.problems
				.add(new ImportProblem(Problem.warning("import-section-issuer", String.valueOf(row.row().field())),
						row.no(), row.row().place()));
		}
		row.others().forEach((other) -> add(other.issuer(), row, other.year(), other.target()));
		row.targets().forEach((year, target) -> add(own, row, year, target));
		row.city().forEach((year, target) -> add(Issuer.CITY, row, year, target));
		if (row.period() != null) {
			add(own, row, null, row.period());
		}
		if (row.party() != null) {
			add(Issuer.PARTY_CONGRESS, row, null, row.party());
		}
	}

	private void add(Issuer issuer, ReadRow row, @Nullable Integer year, ParsedTarget target) {
		TargetDraft earlier = this.targets.computeIfAbsent(issuer, (key) -> new LinkedHashMap<>())
			.putIfAbsent(row.no() + " " + year, new TargetDraft(row.no(), year, target));
		Place place = row.row().place();
		boolean sameRow = place.equals(this.places.putIfAbsent(issuer + " " + row.no() + " " + year, place));
		if (earlier != null && sameRow && !earlier.target().equals(target) && this.twice.add(issuer + " " + year)) {
			AnnexCell own = (year != null) ? row.row().targets().get(year) : row.row().period();
			this.problems.add(
					new ImportProblem(
							(year != null) ? Problem.error("import-target-twice", String.valueOf(year))
									: Problem.error("import-period-twice"),
							row.no(), (own != null) ? own.place() : place));
		}
	}

	/**
	 * What the annex's own issuer set holds from the decision's date. Where none is known
	 * it holds from the plan's first day, or from today if that is earlier.
	 */
	List<DecisionDraft> propose(int fromYear, LocalDate today) {
		LocalDate start = LocalDate.of(fromYear, 1, 1);
		LocalDate earlier = today.isBefore(start) ? today : start;
		LocalDate date = this.options.decisionDate();
		List<DecisionDraft> decisions = new ArrayList<>();
		decisions.add(new DecisionDraft(this.issuer, stripped(this.options.decisionNumber()), null, date,
				(date != null) ? date : earlier, null, of(this.issuer)));
		if (this.issuer != Issuer.CITY) {
			Map<Integer, List<TargetDraft>> years = new TreeMap<>();
			of(Issuer.CITY).forEach((target) -> years
				.computeIfAbsent(Objects.requireNonNullElse(target.year(), fromYear), (year) -> new ArrayList<>())
				.add(target));
			years.forEach((year, own) -> decisions
				.add(new DecisionDraft(Issuer.CITY, null, this.texts.city(this.ward, year), null, earlier, null, own)));
		}
		if (this.issuer != Issuer.PARTY_CONGRESS && !of(Issuer.PARTY_CONGRESS).isEmpty()) {
			decisions.add(new DecisionDraft(Issuer.PARTY_CONGRESS, null, this.texts.party(this.ward), null, earlier,
					null, of(Issuer.PARTY_CONGRESS)));
		}
		if (this.issuer != Issuer.WARD_COUNCIL && !of(Issuer.WARD_COUNCIL).isEmpty()) {
			decisions.add(new DecisionDraft(Issuer.WARD_COUNCIL, null, this.texts.council(this.ward), null, earlier,
					null, of(Issuer.WARD_COUNCIL)));
		}
		return decisions;
	}

	private List<TargetDraft> of(Issuer issuer) {
		return List.copyOf(this.targets.getOrDefault(issuer, Map.of()).values());
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
