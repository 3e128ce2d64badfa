package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorYear;

/**
 * The results of a year field by field: what was exceeded, met, missed and why, what goes
 * on, what is not known.
 */
final class FieldsWriter {

	private static final List<Verdict> ORDER = List.of(Verdict.EXCEEDED, Verdict.MET, Verdict.NOT_MET,
			Verdict.IN_PROGRESS, Verdict.NO_DATA);

	private final ReportWords words;

	private final ReportMaterial material;

	FieldsWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	void write(Paragraphs text) {
		text.section(this.words.of("section.fields"));
		List<IndicatorYear> all = this.material.ofYear().indicators();
		Map<String, List<IndicatorYear>> fields = new LinkedHashMap<>();
		all.stream()
			.filter((row) -> row.indicator().rule().role() != IndicatorRole.BREAKDOWN)
			.filter((row) -> row.judgement().verdict() != Verdict.NOT_ASSIGNED)
			.forEach((row) -> fields
				.computeIfAbsent(Objects.requireNonNullElse(row.indicator().field(), ""), (field) -> new ArrayList<>())
				.add(row));
		if (fields.isEmpty()) {
			text.paragraph(this.words.of("fields.none"));
		}
		fields.forEach((field, rows) -> {
			if (fields.size() > 1 || !field.isEmpty()) {
				text.field(field.isEmpty() ? this.words.of("fields.other") : field);
			}
			ORDER.forEach((verdict) -> write(verdict, rows, all, text));
		});
	}

	private void write(Verdict verdict, List<IndicatorYear> rows, List<IndicatorYear> all, Paragraphs text) {
		List<IndicatorYear> judged = rows.stream().filter((row) -> row.judgement().verdict() == verdict).toList();
		if (judged.isEmpty()) {
			return;
		}
		boolean provisional = judged.stream().anyMatch((row) -> row.judgement().provisional());
		text.label(
				this.words.of("fields.label", this.words.verdict(verdict, provisional), String.valueOf(judged.size())));
		IndicatorSentence sentence = new IndicatorSentence(this.words);
		for (IndicatorYear row : judged) {
			text.item(sentence.of(row, parts(row, all)));
		}
	}

	static List<IndicatorYear> parts(IndicatorYear row, List<IndicatorYear> all) {
		return all.stream().filter((part) -> row.indicator().no().equals(part.indicator().rule().parentNo())).toList();
	}

}
