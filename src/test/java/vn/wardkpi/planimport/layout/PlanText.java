package vn.wardkpi.planimport.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.Problem.Severity;

/**
 * What a proposal says, a line for each indicator, to compare.
 */
public final class PlanText {

	private PlanText() {
	}

	public static List<String> of(Proposal proposal) {
		return proposal.rows().stream().map(PlanText::line).toList();
	}

	private static String line(Proposal.Row row) {
		IndicatorView view = row.indicator();
		StringBuilder line = new StringBuilder(view.no());
		String parent = view.no().contains(".") ? view.no().substring(0, view.no().lastIndexOf('.')) : null;
		if (!java.util.Objects.equals(parent, view.parentNo())) {
			line.append(" <").append(view.parentNo()).append('>');
		}
		line.append(' ').append(view.name());
		line.append((view.unit() != null) ? " [" + view.unit() + "]" : "");
		line.append((view.field() != null) ? " {" + view.field() + "}" : "");
		line.append((view.role() == IndicatorRole.GROUP) ? " (nhóm)" : "");
		IndicatorView.BaselineView baseline = view.baseline();
		if (baseline != null) {
			line.append(" (")
				.append(baseline.year())
				.append('=')
				.append((baseline.value() != null) ? number(baseline.value()) : baseline.text())
				.append(')');
		}
		view.targets()
			.forEach((target) -> line.append(' ')
				.append(issuer(target.issuer().name()))
				.append(target.year())
				.append(value(target.comparator(), target.value(), target.upper(), target.text())));
		view.periodTargets()
			.forEach((target) -> line.append(' ')
				.append(issuer(target.issuer().name()))
				.append("kỳ")
				.append(value(target.comparator(), target.value(), target.upper(), target.text())));
		line.append((view.leaderInCharge() != null) ? " !" + view.leaderInCharge() : "");
		line.append(row.source().leadUnits().isEmpty() ? "" : " @" + String.join(" + ", row.source().leadUnits()));
		return line.toString();
	}

	private static String issuer(String issuer) {
		return switch (issuer) {
			case "CITY" -> "TP";
			case "PARTY_CONGRESS" -> "ĐH";
			default -> "";
		};
	}

	private static String value(@Nullable Comparator comparator, @Nullable BigDecimal value, @Nullable BigDecimal upper,
			String text) {
		if (value == null) {
			return "=“" + text + "”";
		}
		String sign = (comparator == null) ? "=" : switch (comparator) {
			case AT_LEAST, BETWEEN -> "=";
			case MORE_THAN -> ">";
			case AT_MOST -> "≤";
			case LESS_THAN -> "<";
			case EXACTLY -> "==";
			default -> comparator.name();
		};
		return sign + number(value) + ((upper != null) ? ".." + number(upper) : "");
	}

	private static String number(BigDecimal value) {
		return value.stripTrailingZeros().toPlainString().replace('.', ',');
	}

	/**
	 * Codes of what somebody is asked, errors with a mark.
	 */
	public static Set<String> questions(Proposal proposal) {
		return asked(proposal).map((problem) -> (problem.isError() ? "!" : "") + problem.problem().code())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * What somebody is asked of one that nobody is asked of the other.
	 */
	public static List<String> askedMore(Proposal changed, Proposal original) {
		Set<String> before = asked(original).map(PlanText::question).collect(Collectors.toSet());
		return asked(changed).map(PlanText::question)
			.filter((question) -> !before.contains(question))
			.sorted()
			.toList();
	}

	private static Stream<ImportProblem> asked(Proposal proposal) {
		return proposal.problems().stream().filter((problem) -> problem.problem().severity() != Severity.INFO);
	}

	private static String question(ImportProblem problem) {
		return problem.problem().code() + " " + problem.no();
	}

	public static String difference(List<String> before, List<String> after) {
		List<String> gone = new ArrayList<>(before);
		gone.removeAll(after);
		List<String> come = new ArrayList<>(after);
		come.removeAll(before);
		return gone + " became " + come;
	}

}
