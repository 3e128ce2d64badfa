package vn.wardkpi.planimport.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.ward.Ward;

/**
 * Gives an annex's targets to the decisions that set them: its own issuer's, the city's
 * one a year, and the Party congress's.
 */
final class DecisionProposer {

	private final Ward ward;

	private final ImportOptions options;

	private final Issuer issuer;

	private final DraftTexts texts;

	private final List<TargetDraft> own = new ArrayList<>();

	private final List<TargetDraft> city = new ArrayList<>();

	private final List<TargetDraft> party = new ArrayList<>();

	DecisionProposer(Ward ward, ImportOptions options, DraftTexts texts, List<ReadRow> rows) {
		this.ward = ward;
		this.options = options;
		this.issuer = Objects.requireNonNullElse(options.issuer(), Issuer.WARD_COUNCIL);
		this.texts = texts;
		rows.forEach(this::sort);
	}

	private void sort(ReadRow row) {
		row.targets().forEach((year, target) -> this.own.add(new TargetDraft(row.no(), year, target)));
		row.city().forEach((year, target) -> this.city.add(new TargetDraft(row.no(), year, target)));
		if (row.period() != null) {
			this.own.add(new TargetDraft(row.no(), null, row.period()));
		}
		if (row.party() != null) {
			this.party.add(new TargetDraft(row.no(), null, row.party()));
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
				(date != null) ? date : earlier, null, this.own));
		if (this.issuer != Issuer.CITY) {
			this.city.stream()
				.map(TargetDraft::year)
				.filter(Objects::nonNull)
				.distinct()
				.sorted()
				.forEach((year) -> decisions.add(city(year, earlier)));
		}
		if (this.issuer != Issuer.PARTY_CONGRESS && !this.party.isEmpty()) {
			decisions.add(new DecisionDraft(Issuer.PARTY_CONGRESS, null, this.texts.party(this.ward), null, earlier,
					null, this.party));
		}
		return decisions;
	}

	private DecisionDraft city(int year, LocalDate effective) {
		return new DecisionDraft(Issuer.CITY, null, this.texts.city(this.ward, year), null, effective, null,
				this.city.stream().filter((target) -> Integer.valueOf(year).equals(target.year())).toList());
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
