package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorYear;

/**
 * The text of a report of chosen indicators, years and issuers.
 */
final class ChosenWriter {

	private final ReportWords words;

	private final ReportMaterial material;

	ChosenWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	void write(Paragraphs text) {
		text.section(this.words.of("section.summary"));
		each((year, issuer,
				rows) -> text.item(this.words.of("chosen.counts", String.valueOf(year),
						this.words.issuer(issuer, this.material.plan()), String.valueOf(counted(rows).size()),
						verdicts(rows))));
		text.paragraph(this.words.of("summary.annex"));
		text.section(this.words.of("section.chosen"));
		IndicatorSentence sentence = new IndicatorSentence(this.words);
		each((year, issuer, rows) -> {
			text.field(this.words.of("chosen.field", String.valueOf(year),
					this.words.issuer(issuer, this.material.plan())));
			List<String> numbers = rows.stream().map((row) -> row.indicator().no()).toList();
			List<IndicatorYear> told = rows.stream()
				.filter((row) -> !numbers.contains(String.valueOf(row.indicator().rule().parentNo())))
				.filter((row) -> row.judgement().verdict() != Verdict.NOT_ASSIGNED)
				.toList();
			if (told.isEmpty()) {
				text.paragraph(this.words.of("fields.none"));
			}
			told.forEach((row) -> text.item(sentence.of(row, FieldsWriter.parts(row, rows))));
		});
	}

	private void each(Each each) {
		for (int year : this.material.selection().years()) {
			for (Issuer issuer : this.material.selection().issuers()) {
				each.of(year, issuer, this.material.rows(year, issuer));
			}
		}
	}

	private static List<IndicatorYear> counted(List<IndicatorYear> rows) {
		return rows.stream()
			.filter((row) -> row.indicator().rule().role() != IndicatorRole.BREAKDOWN)
			.filter((row) -> row.judgement().verdict() != Verdict.NOT_ASSIGNED)
			.toList();
	}

	private String verdicts(List<IndicatorYear> rows) {
		Map<Verdict, Long> counts = counted(rows).stream()
			.collect(Collectors.groupingBy((row) -> row.judgement().verdict(), () -> new EnumMap<>(Verdict.class),
					Collectors.counting()));
		List<String> parts = new ArrayList<>();
		counts.forEach((verdict, count) -> parts.add(this.words.of("summary.count", String.valueOf(count),
				ReportWords.lowered(this.words.verdict(verdict, false)))));
		return parts.isEmpty() ? this.words.of("summary.nothing") : String.join(", ", parts);
	}

	@FunctionalInterface
	private interface Each {

		void of(int year, Issuer issuer, List<IndicatorYear> rows);

	}

}
