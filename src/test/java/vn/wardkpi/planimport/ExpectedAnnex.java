package vn.wardkpi.planimport;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.Problem.Severity;

/**
 * What must come out of an annex, as the file of the same name beside it states.
 */
public record ExpectedAnnex(JsonNode stated) {

	public static ExpectedAnnex of(String name) throws IOException {
		try (InputStream json = Objects
			.requireNonNull(ExpectedAnnex.class.getResourceAsStream("/domain/annexes/" + name + ".json"))) {
			return new ExpectedAnnex(JsonMapper.shared().readTree(json));
		}
	}

	/** What is not as it must be; empty if all is. */
	public List<String> differences(Proposal proposal) {
		List<String> found = new ArrayList<>();
		if (this.stated.has("status")) {
			compare("status", this.stated.get("status").asInt() == 200, !proposal.hasErrors(), found);
		}
		if (proposal.draft() != null) {
			whole("fromYear", proposal.draft().fromYear(), found);
			whole("toYear", proposal.draft().toYear(), found);
		}
		else if (this.stated.has("fromYear")) {
			found.add("no plan");
		}
		whole("indicators", proposal.rows().size(), found);
		whole("counted", proposal.counted(), found);
		rows(proposal, found);
		for (JsonNode no : this.stated.path("ask")) {
			compare("asked about " + no.asString(), true, isAsked(proposal, no.asString()), found);
		}
		return found;
	}

	private void rows(Proposal proposal, List<String> found) {
		this.stated.path("targets").properties().forEach((of) -> of.getValue().properties().forEach((year) -> {
			IndicatorView.TargetView target = view(proposal, of.getKey()).targets()
				.stream()
				.filter((one) -> one.issuer() == Issuer.WARD_COUNCIL && one.year() == Integer.parseInt(year.getKey()))
				.findFirst()
				.orElse(null);
			compare(of.getKey() + " in " + year.getKey(), number(year.getValue()),
					(target != null) ? target.comparator() + " " + plain(target.value()) : "nothing", found);
		}));
		this.stated.path("period").properties().forEach((of) -> {
			List<IndicatorView.PeriodTargetView> period = view(proposal, of.getKey()).periodTargets();
			compare(of.getKey() + " for the period", number(of.getValue()),
					period.isEmpty() ? "nothing" : period.get(0).comparator() + " " + plain(period.get(0).value()),
					found);
		});
		this.stated.path("noperiod")
			.forEach((no) -> compare(no.asString() + " without period", List.of(),
					view(proposal, no.asString()).periodTargets(), found));
		this.stated.path("baselines").properties().forEach((of) -> {
			IndicatorView.BaselineView baseline = view(proposal, of.getKey()).baseline();
			compare(of.getKey() + " before", of.getValue().get(0).asInt() + " " + of.getValue().get(1).asString(),
					(baseline != null) ? baseline.year() + " " + baseline.text() : "nothing", found);
		});
		this.stated.path("expect").properties().forEach((of) -> of.getValue().properties().forEach((field) -> {
			IndicatorView view = view(proposal, of.getKey());
			JsonNode all = JsonMapper.shared().valueToTree(view);
			JsonNode is = all.path(field.getKey());
			boolean same = field.getKey().equals("baseline") ? is.path("text").equals(field.getValue().path("text"))
					: is.equals(field.getValue());
			compare(of.getKey() + " " + field.getKey() + " " + field.getValue() + " is " + is, true, same, found);
		}));
	}

	private static IndicatorView view(Proposal proposal, String no) {
		return proposal.rows()
			.stream()
			.map(Proposal.Row::indicator)
			.filter((view) -> view.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No row " + no + " among "
					+ proposal.rows().stream().map((row) -> row.indicator().no()).toList() + proposal.problems()));
	}

	private static boolean isAsked(Proposal proposal, String no) {
		Map<String, Integer> lines = new java.util.HashMap<>();
		proposal.rows()
			.forEach((row) -> lines.put(row.indicator().no(), Objects.requireNonNull(row.source().place().row())));
		return proposal.problems()
			.stream()
			.filter((problem) -> problem.problem().severity() != Severity.INFO)
			.anyMatch((problem) -> no.equals(problem.no()) || Objects.equals(problem.place().row(), lines.get(no)));
	}

	private static String number(JsonNode stated) {
		return stated.get(0).asString() + " " + plain(new BigDecimal(stated.get(1).asString()));
	}

	private static String plain(@Nullable BigDecimal value) {
		return (value != null) ? value.stripTrailingZeros().toPlainString() : "words";
	}

	private void whole(String field, int is, List<String> found) {
		if (this.stated.has(field)) {
			compare(field, this.stated.get(field).asInt(), is, found);
		}
	}

	private static void compare(String what, Object expected, Object is, List<String> found) {
		if (!expected.equals(is)) {
			found.add(what + ": expected " + expected + " but is " + is);
		}
	}

}
