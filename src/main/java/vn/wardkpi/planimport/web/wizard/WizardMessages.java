package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.planimport.ImportReading;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.web.ImportMessages;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.webui.IssuerNames;
import vn.wardkpi.webui.ProblemMessages;

/**
 * What the wizard says, in the language of the present request.
 */
@Component
class WizardMessages {

	private final ImportMessages messages;

	private final ProblemMessages problems;

	WizardMessages(ImportMessages messages, ProblemMessages problems) {
		this.messages = messages;
		this.problems = problems;
	}

	String text(String key, Object... arguments) {
		return this.messages.text(key, arguments);
	}

	String message(Problem problem) {
		return this.problems.message(problem);
	}

	String why(Inferred inferred) {
		return this.messages.why(inferred);
	}

	/** Who sets targets is called by the kind of the ward and of its province. */
	String label(ColumnChoice choice, Ward ward) {
		Issuer issuer = choice.part().issuer();
		String key = "planimport.column." + choice.part();
		String part = (issuer != null) ? text(key, issuer(issuer, ward)) : text(key);
		return choice.years().isEmpty() ? part : text("planimport.column.of-years", part, choice.years());
	}

	String value(String field, String value) {
		return switch (field) {
			case "direction" -> text("enum.direction." + value);
			case "valueType" -> text("enum.value-type." + value);
			case "accumulation" -> text("enum.accumulation." + value);
			case "role" -> text("enum.indicator-role." + value);
			default -> text("planimport." + field + "." + value);
		};
	}

	/**
	 * "2026–2030 · HĐND phường · 15/NQ-HĐND ngày 22/12/2025".
	 */
	String facts(ImportReading reading, Issuer issuer, String number, String date) {
		Proposal proposal = reading.proposal();
		List<String> facts = new ArrayList<>();
		if (proposal.draft() != null) {
			facts.add(years(proposal.draft()));
		}
		facts.add(issuer(issuer, reading.ward()));
		facts.add((number.isEmpty() && date.isEmpty()) ? text("planimport.settings.none")
				: date.isEmpty() ? number : text("planimport.settings.decision", number, date).strip());
		return String.join(" · ", facts);
	}

	private String issuer(Issuer issuer, Ward ward) {
		return text(IssuerNames.key(issuer, ward.kind(), ward.provinceName()));
	}

	private static String years(PlanDraft draft) {
		return (draft.fromYear() == draft.toYear()) ? String.valueOf(draft.fromYear())
				: draft.fromYear() + "–" + draft.toYear();
	}

	/**
	 * "22 chỉ tiêu (27 dòng), 134 mức giao 2026–2030 của HĐND phường, 10 của Thành phố".
	 */
	String summary(ImportReading reading, @Nullable Issuer issuer) {
		Proposal proposal = reading.proposal();
		PlanDraft draft = proposal.draft();
		if (draft == null) {
			return text("planimport.summary.none");
		}
		Map<Issuer, Integer> counted = new TreeMap<>();
		proposal.rows()
			.stream()
			.flatMap((row) -> row.indicator().targets().stream())
			.map(IndicatorView.TargetView::issuer)
			.forEach((one) -> counted.merge(one, 1, Integer::sum));
		Issuer own = Objects.requireNonNullElse(issuer, Issuer.WARD_COUNCIL);
		List<String> parts = new ArrayList<>();
		parts.add(text("planimport.summary.targets", counted.getOrDefault(own, 0), years(draft),
				issuer(own, reading.ward())));
		counted.remove(own);
		counted.forEach(
				(one, targets) -> parts.add(text("planimport.summary.others", targets, issuer(one, reading.ward()))));
		long period = proposal.rows().stream().mapToLong((row) -> row.indicator().periodTargets().size()).sum();
		if (period > 0) {
			parts.add(text("planimport.summary.period", period));
		}
		return text("planimport.summary", proposal.counted(), proposal.rows().size(), String.join(", ", parts));
	}

}
