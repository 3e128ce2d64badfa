package vn.wardkpi.plan.headline;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What is written down of a report, once nothing in it contradicts itself.
 */
final class CheckedHeadline {

	/** More than any plan has indicators. */
	private static final int MOST = 9_999;

	private static final int FIRST_YEAR = 2000;

	private final HeadlineInput input;

	private final List<FieldProblem> problems = new ArrayList<>();

	private CheckedHeadline(HeadlineInput input) {
		this.input = input;
	}

	/**
	 * @param correction whether it takes the place of another
	 * @throws RefusedException INVALID with everything that is wrong, each at its field
	 */
	static PublishedHeadline of(HeadlineInput input, PlanSummary plan, boolean correction, LocalDate today) {
		CheckedHeadline checked = new CheckedHeadline(input);
		checked.words(correction);
		checked.year(plan, today);
		Integer attained = checked.counts();
		if (!checked.problems.isEmpty() || attained == null) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), checked.problems);
		}
		return new PublishedHeadline(Objects.requireNonNull(input.year()), Objects.requireNonNull(input.issuer()),
				Objects.requireNonNull(input.stage()).name(), Objects.requireNonNull(input.assigned()), attained,
				input.exceeded(), input.notMet(), text(input.decision()), input.reportedOn(), text(input.note()),
				Objects.requireNonNull(text(input.source())), text(input.sourceUrl()));
	}

	/**
	 * What is wrong with the reason for a change, at its field.
	 */
	static List<FieldProblem> ofReason(@Nullable String reason) {
		List<FieldProblem> problems = new ArrayList<>();
		if (text(reason) == null) {
			problems.add(new FieldProblem("reason", Problem.error("required")));
		}
		FreeText.WORDS.problemAt("reason", text(reason)).ifPresent(problems::add);
		return problems;
	}

	static @Nullable String text(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.strip();
	}

	private void words(boolean correction) {
		required("issuer", this.input.issuer());
		required("stage", this.input.stage());
		required("source", text(this.input.source()));
		FreeText.WORDS.problemAt("source", text(this.input.source())).ifPresent(this.problems::add);
		FreeText.WORDS.problemAt("decision", text(this.input.decision())).ifPresent(this.problems::add);
		FreeText.WORDS.problemAt("note", text(this.input.note())).ifPresent(this.problems::add);
		String address = text(this.input.sourceUrl());
		FreeText.WORDS.problemAt("sourceUrl", address).ifPresent(this.problems::add);
		if (address != null && !isAddress(address)) {
			problem("sourceUrl", "headline-address");
		}
		if (correction) {
			this.problems.addAll(ofReason(this.input.reason()));
		}
	}

	private static boolean isAddress(String text) {
		try {
			URI address = new URI(text);
			return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
					&& address.getHost() != null;
		}
		catch (URISyntaxException ex) {
			// No address, as its writer is told.
			return false;
		}
	}

	private void year(PlanSummary plan, LocalDate today) {
		required("year", this.input.year());
		Integer year = this.input.year();
		if (year == null) {
			return;
		}
		if (year < FIRST_YEAR || year > plan.toYear()) {
			problem("year", "headline-year", String.valueOf(FIRST_YEAR), String.valueOf(plan.toYear()));
			return;
		}
		LocalDate day = this.input.reportedOn();
		LocalDate nextYearsEnd = LocalDate.of(year + 1, 12, 31);
		if (day != null && day.getYear() < year) {
			problem("reportedOn", "headline-day-early", String.valueOf(year));
		}
		else if (day != null && day.isAfter(nextYearsEnd.isAfter(today) ? nextYearsEnd : today)) {
			problem("reportedOn", "headline-day-late", String.valueOf(year));
		}
	}

	/** How many were attained, where that can be said. */
	private @Nullable Integer counts() {
		required("assigned", this.input.assigned());
		int wrong = this.problems.size();
		count("assigned", this.input.assigned());
		count("attained", this.input.attained());
		count("met", this.input.met());
		count("exceeded", this.input.exceeded());
		count("notMet", this.input.notMet());
		boolean counted = this.problems.size() == wrong;
		Integer assigned = this.input.assigned();
		Integer exceeded = this.input.exceeded();
		Integer met = this.input.met();
		Integer sum = (met != null) ? Integer.valueOf(met + ((exceeded != null) ? exceeded : 0)) : null;
		Integer attained = (this.input.attained() != null) ? this.input.attained() : sum;
		required("attained", attained);
		if (!counted || assigned == null || attained == null) {
			return attained;
		}
		if (sum != null && !sum.equals(attained)) {
			problem("attained", "headline-attained-sum", String.valueOf(sum));
		}
		if (attained > assigned) {
			problem("attained", "headline-more-than-assigned", String.valueOf(assigned));
		}
		if (exceeded != null && exceeded > attained) {
			problem("exceeded", "headline-more-than-attained", String.valueOf(attained));
		}
		Integer notMet = this.input.notMet();
		if (notMet != null && notMet > Math.max(assigned - attained, 0)) {
			problem("notMet", "headline-more-than-rest", String.valueOf(Math.max(assigned - attained, 0)));
		}
		return attained;
	}

	private void count(String field, @Nullable Integer count) {
		if (count != null && (count < 0 || count > MOST)) {
			problem(field, "headline-count", String.valueOf(MOST));
		}
	}

	private void required(String field, @Nullable Object given) {
		if (given == null) {
			problem(field, "required");
		}
	}

	private void problem(String field, String code, String... arguments) {
		this.problems.add(new FieldProblem(field, Problem.error(code, arguments)));
	}

}
