package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorOverPeriod;

/**
 * What the period has come to field by field, what its remaining years must bring, and
 * what endangers its end.
 */
final class PeriodWriter {

	private final ReportWords words;

	private final ReportMaterial material;

	private final PeriodSentence sentence;

	PeriodWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
		this.sentence = new PeriodSentence(words);
	}

	/** Every indicator, with its course; once the period is over, with its verdict. */
	void writeFields(Paragraphs text) {
		text.section(this.words.of("section.fields"));
		Map<String, List<IndicatorOverPeriod>> fields = new LinkedHashMap<>();
		counted().forEach((row) -> fields
			.computeIfAbsent(Objects.requireNonNullElse(row.indicator().field(), ""), (field) -> new ArrayList<>())
			.add(row));
		if (fields.isEmpty()) {
			text.paragraph(this.words.of("fields.none"));
		}
		fields.forEach((field, rows) -> {
			if (fields.size() > 1 || !field.isEmpty()) {
				text.field(field.isEmpty() ? this.words.of("fields.other") : field);
			}
			Map<String, List<IndicatorOverPeriod>> grouped = new LinkedHashMap<>();
			Comparator<IndicatorOverPeriod> order = isOver() ? Comparator.comparing((row) -> row.attainment().verdict())
					: Comparator.comparing((row) -> row.attainment().course());
			rows.stream()
				.sorted(order)
				.forEach((row) -> grouped.computeIfAbsent(standing(row), (standing) -> new ArrayList<>()).add(row));
			grouped.forEach((standing, all) -> {
				text.label(this.words.of("fields.label", standing, String.valueOf(all.size())));
				all.forEach((row) -> text.item(ofOne(row)));
			});
		});
	}

	private String ofOne(IndicatorOverPeriod row) {
		boolean explain = isOver() ? row.attainment().verdict() == Verdict.NOT_MET
				: row.attainment().course().isBehind();
		String reached = this.sentence.reached(row);
		return explain ? this.sentence.explained(row).map((why) -> reached + " " + why).orElse(reached) : reached;
	}

	private boolean isOver() {
		return this.material.year() == this.material.plan().toYear();
	}

	private String standing(IndicatorOverPeriod row) {
		return isOver() ? this.words.verdict(row.attainment().verdict(), row.attainment().provisional())
				: this.words.course(row.attainment().course());
	}

	/** Nothing of a plan of one year, nor once the period is over. */
	void writeOutlook(Paragraphs text) {
		if (isOver()) {
			return;
		}
		List<String> required = required();
		List<IndicatorOverPeriod> dangers = all().stream()
			.filter((row) -> row.attainment().atRiskRank() != null)
			.sorted(Comparator.comparing((row) -> Objects.requireNonNull(row.attainment().atRiskRank())))
			.toList();
		if (required.isEmpty() && dangers.isEmpty()) {
			return;
		}
		String end = String.valueOf(this.material.plan().toYear());
		text.section(this.words.of("section.outlook", end));
		if (!required.isEmpty()) {
			text.label(this.words.of("outlook.required", end));
			required.forEach(text::item);
		}
		if (dangers.isEmpty()) {
			text.paragraph(this.words.of("outlook.no-danger", end));
			return;
		}
		text.label(this.words.of("outlook.dangers", String.valueOf(dangers.size()), end));
		dangers.forEach((row) -> text.item(danger(row)));
	}

	/** What is to be held every year in one sentence, the rest in one each. */
	private List<String> required() {
		List<String> required = new ArrayList<>();
		Map<Integer, List<String>> held = new LinkedHashMap<>();
		for (IndicatorOverPeriod row : counted()) {
			IndicatorOverPeriod deciding = deciding(row).orElse(row);
			if (this.sentence.isHeld(deciding)) {
				held.computeIfAbsent(deciding.attainment().remainingYears().size(), (years) -> new ArrayList<>())
					.add(deciding.indicator().name());
			}
			else {
				required(deciding).ifPresent(required::add);
			}
		}
		held.forEach((years, names) -> required
			.add(this.words.of("outlook.hold", String.valueOf(years), String.join("; ", names))));
		return required;
	}

	private Optional<String> required(IndicatorOverPeriod row) {
		return this.sentence.required(row).map((what) -> this.words.of("outlook.of-one", row.indicator().name(), what));
	}

	private String danger(IndicatorOverPeriod row) {
		IndicatorOverPeriod deciding = deciding(row).orElse(row);
		List<String> sentences = new ArrayList<>();
		sentences.add(this.words.of("outlook.danger", row.indicator().name(),
				ReportWords.lowered(this.words.course(row.attainment().course()))));
		if (!deciding.equals(row)) {
			sentences.add(this.sentence.reached(deciding));
		}
		this.sentence.projected(deciding).ifPresent(sentences::add);
		return String.join(" ", sentences);
	}

	/** The row itself; of a group the part by which it is judged. */
	private Optional<IndicatorOverPeriod> deciding(IndicatorOverPeriod row) {
		if (row.indicator().rule().role() != IndicatorRole.GROUP) {
			return Optional.of(row);
		}
		return all().stream()
			.filter((part) -> row.indicator().no().equals(part.indicator().rule().parentNo()))
			.filter((part) -> part.attainment().course() == row.attainment().course())
			.min(Comparator.comparing((part) -> !part.indicator().rule().decisive()));
	}

	private List<IndicatorOverPeriod> counted() {
		return all().stream()
			.filter((row) -> row.indicator().rule().role() != IndicatorRole.BREAKDOWN)
			.filter((row) -> row.attainment().verdict() != Verdict.NOT_ASSIGNED)
			.toList();
	}

	private List<IndicatorOverPeriod> all() {
		return this.material.judged().period(this.material.issuer()).indicators();
	}

}
