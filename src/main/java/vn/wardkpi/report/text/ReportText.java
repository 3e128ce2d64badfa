package vn.wardkpi.report.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexWords;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportContent.Explanation;
import vn.wardkpi.report.content.ReportContent.Source;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.VietnameseDay;

/**
 * Writes a report: its frame, its sections in their order, its annex and where the
 * figures come from.
 */
@Component
public class ReportText {

	private final ReportWords words;

	private final AnnexWords annexWords;

	private final ZoneId zone;

	ReportText(ReportWords words, AnnexWords annexWords, Clock clock) {
		this.words = words;
		this.annexWords = annexWords;
		this.zone = clock.getZone();
	}

	public ReportContent write(ReportMaterial material) {
		return write(material, this.words.with(material.sentences(), (key, text) -> {
		}));
	}

	/**
	 * What a template becomes in the report, each text once, in their order.
	 */
	public List<String> said(ReportMaterial material, String key) {
		Set<String> said = new LinkedHashSet<>();
		write(material, this.words.with(material.sentences(), (template, text) -> {
			if (template.equals(key)) {
				said.add(text);
			}
		}));
		return List.copyOf(said);
	}

	private ReportContent write(ReportMaterial material, ReportWords words) {
		FrameWriter frame = new FrameWriter(words, material);
		Paragraphs text = new Paragraphs();
		text.paragraph(opening(material, frame, words));
		if (material.kind() == ReportKind.AD_HOC) {
			new ChosenWriter(words, material).write(text);
		}
		else {
			sections(material, words, text);
		}
		text.paragraph(words.of("closing", ReportWords.lowered(frame.subject()), frame.inSentence()));
		AnnexComposer annexes = new AnnexComposer(words, material, this.annexWords);
		String of = words.of("annex.of-report", frame.inAnnex());
		AnnexLayout annex = annexes
			.annex((row) -> material.kind() == ReportKind.AD_HOC || !isSupplementary(row),
					List.of(words.of("annex.number", "I"),
							FrameWriter.capitals(words.of("annex.title", frame.subject())), of))
			.orElseThrow(() -> new IllegalStateException("A plan without indicators"));
		Optional<AnnexLayout> supplementary = annexes.annex(
				(row) -> material.kind() != ReportKind.AD_HOC && isSupplementary(row),
				List.of(words.of("annex.number", "II"), FrameWriter.capitals(words.of("annex.supplementary")), of));
		return new ReportContent(material.plan().id(), material.plan().wardCode().value(), material.kind(),
				material.year(), material.issuer(), material.judged().asOf(), frame.frame(), text.blocks(), annex,
				supplementary.orElse(null),
				(material.kind() == ReportKind.AD_HOC) ? List.of() : new ChartsComposer(words, material).charts(),
				words.of("chart.title"), sources(material), explanations(material), frame.mark());
	}

	private static void sections(ReportMaterial material, ReportWords words, Paragraphs text) {
		new SummaryWriter(words, material).write(text);
		PeriodWriter period = new PeriodWriter(words, material);
		if (material.kind().isOfPeriod()) {
			period.writeFields(text);
		}
		else {
			new FieldsWriter(words, material).write(text);
		}
		new TasksWriter(words, material).write(text);
		new StagesWriter(words, material).write(text);
		period.writeOutlook(text);
	}

	private static boolean isSupplementary(IndicatorRow row) {
		return row.rule().role() == IndicatorRole.SUPPLEMENTARY;
	}

	private static String opening(ReportMaterial material, FrameWriter frame, ReportWords words) {
		List<String> decisions = material.told()
			.stream()
			.map(IndicatorYear::target)
			.filter(Objects::nonNull)
			.map(TargetRow::decision)
			.filter(Objects::nonNull)
			.distinct()
			.sorted()
			.toList();
		String subject = ReportWords.lowered(frame.subject());
		String day = VietnameseDay.write(material.judged().asOf());
		String plan = material.plan().title();
		return decisions.isEmpty() ? words.of("opening", plan, frame.inSentence(), subject, day)
				: words.of("opening.decided", plan, frame.inSentence(), subject, day, String.join("; ", decisions));
	}

	private List<Source> sources(ReportMaterial material) {
		List<Source> sources = new ArrayList<>();
		for (IndicatorYear row : material.told()) {
			ActualRow actual = row.actual();
			String decision = (row.target() != null && row.target().decision() != null) ? row.target().decision() : "";
			if (actual != null || row.target() != null) {
				sources.add(new Source(row.indicator().no(), row.indicator().name(), decision, AnnexCells.figure(row),
						(actual != null) ? period(actual, material) : "",
						(actual != null) ? Objects.requireNonNullElse(actual.approvedBy(), "") : "",
						(actual != null && actual.approvedAt() != null)
								? VietnameseDay.write(LocalDate.ofInstant(actual.approvedAt(), this.zone)) : ""));
			}
		}
		return sources;
	}

	/** With the year where there are several. */
	private String period(ActualRow actual, ReportMaterial material) {
		String period = this.words.period(actual.figure().period());
		return (material.kind() == ReportKind.AD_HOC) ? period + " " + actual.year() : period;
	}

	private List<Explanation> explanations(ReportMaterial material) {
		List<Explanation> explanations = new ArrayList<>();
		for (IndicatorYear row : material.told()) {
			ActualRow actual = row.actual();
			if (actual != null && (actual.cause() != null || actual.remedy() != null || actual.note() != null)) {
				Verdict verdict = row.judgement().verdict();
				explanations.add(new Explanation(row.indicator().no(), row.indicator().name(),
						this.words.verdict(verdict, row.judgement().provisional()),
						Objects.requireNonNullElse(actual.cause(), ""), Objects.requireNonNullElse(actual.remedy(), ""),
						Objects.requireNonNullElse(actual.note(), "")));
			}
		}
		return explanations;
	}

}
