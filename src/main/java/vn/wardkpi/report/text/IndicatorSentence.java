package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.IndicatorYear;

/**
 * What is said of one indicator in a year.
 */
final class IndicatorSentence {

	private final ReportWords words;

	private final FigureWords figures;

	IndicatorSentence(ReportWords words) {
		this.words = words;
		this.figures = new FigureWords(words);
	}

	/**
	 * @param parts its sub-indicators
	 */
	String of(IndicatorYear row, List<IndicatorYear> parts) {
		List<String> sentences = new ArrayList<>();
		boolean group = row.indicator().rule().role() == IndicatorRole.GROUP;
		sentences.add(group
				? this.words.of("indicator.group", row.indicator().name(),
						ReportWords
							.lowered(this.words.verdict(row.judgement().verdict(), row.judgement().provisional())))
				: own(row));
		List<IndicatorYear> told = parts.stream().filter(IndicatorSentence::isTold).toList();
		if (!told.isEmpty()) {
			sentences.add(this.words.of("indicator.parts",
					told.stream()
						.map((part) -> ReportWords.lowered(withoutStop(own(part))))
						.collect(Collectors.joining("; "))));
		}
		overridden(row, sentences);
		if (row.judgement().verdict() == Verdict.NOT_MET) {
			explained(group ? parts : List.of(row), sentences);
		}
		return String.join(" ", sentences);
	}

	private static boolean isTold(IndicatorYear part) {
		return part.judgement().verdict() != Verdict.NOT_ASSIGNED && part.actual() != null;
	}

	private static String withoutStop(String sentence) {
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

	/** By its own figure. */
	private String own(IndicatorYear row) {
		String name = row.indicator().name();
		ParsedTarget target = row.parsedTarget();
		ActualRow actual = row.actual();
		String aim = (target != null) ? FigureWords.target(target, row.indicator()) : "";
		if (actual == null) {
			ActualRow empty = row.leftEmpty();
			String why = (empty != null) ? empty.noDataReason() : null;
			return (why != null) ? this.words.of("indicator.left-empty", name, aim, why.strip())
					: this.words.of("indicator.no-data", name, aim);
		}
		String figure = FigureWords.figure(actual, row.judgement(), row.indicator(), target);
		if (figure.isEmpty() || target == null || target.value() == null) {
			return judged(row, figure, aim);
		}
		return done(name, figure, this.figures.distance(row.judgement(), row.indicator(), target),
				actual.figure().period());
	}

	/** A person judged, for the target is no number. */
	private String judged(IndicatorYear row, String figure, String aim) {
		Judgement judgement = row.judgement();
		String verdict = ReportWords.lowered(this.words.verdict(judgement.verdict(), judgement.provisional()));
		return figure.isEmpty() ? this.words.of("indicator.word", row.indicator().name(), verdict, aim)
				: this.words.of("indicator.word-and-figure", row.indicator().name(), figure, verdict, aim);
	}

	private String done(String name, String figure, String distance, ReportingPeriod period) {
		return switch (period) {
			case FINAL -> this.words.of("indicator.final", name, figure, distance);
			case ESTIMATE -> this.words.of("indicator.estimate", name, figure, distance);
			default -> this.words.of("indicator.in-year", name, figure, distance,
					ReportWords.lowered(this.words.period(period)));
		};
	}

	private void overridden(IndicatorYear row, List<String> sentences) {
		OverrideRow override = row.override();
		if (override != null) {
			sentences.add(this.words.of("indicator.overridden", lowered(row.judgement().verdict()),
					lowered(row.judgement().computed()), withoutStop(override.reason().strip())));
		}
	}

	private String lowered(Verdict verdict) {
		return ReportWords.lowered(this.words.verdict(verdict, false));
	}

	/** Cause and remedy as they were approved with the figure. */
	private void explained(List<IndicatorYear> rows, List<String> sentences) {
		List<ActualRow> explained = rows.stream()
			.filter((row) -> row.judgement().verdict() == Verdict.NOT_MET)
			.map(IndicatorYear::actual)
			.filter(IndicatorSentence::isExplained)
			.toList();
		if (explained.isEmpty()) {
			sentences.add(this.words.of("explanation.none"));
		}
		for (ActualRow row : explained) {
			sentences.add(explanation(row));
		}
	}

	private static boolean isExplained(@Nullable ActualRow row) {
		return row != null && (row.cause() != null || row.remedy() != null);
	}

	String explanation(ActualRow row) {
		List<String> sentences = new ArrayList<>();
		if (row.cause() != null) {
			sentences.add(this.words.of("explanation.cause", ReportWords.sentence(row.cause())));
		}
		if (row.remedy() != null) {
			sentences.add(this.words.of("explanation.remedy", ReportWords.sentence(row.remedy())));
		}
		return String.join(" ", sentences);
	}

}
