package vn.wardkpi.report.text;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.year.VerdictChange;
import vn.wardkpi.dashboard.stages.IndicatorStages;
import vn.wardkpi.dashboard.stages.IndicatorStages.Stage;
import vn.wardkpi.dashboard.stages.StagesView;
import vn.wardkpi.plan.TargetRow;

/**
 * What changed between the estimate that was reported and the official figures.
 */
final class StagesWriter {

	private final ReportWords words;

	private final ReportMaterial material;

	StagesWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	/** Nothing where there was no estimate or no official figure has come. */
	void write(Paragraphs text) {
		StagesView stages = this.material.stages();
		if (stages == null || !stages.isAnySettled()
				|| stages.indicators().stream().noneMatch(StagesWriter::isEstimated)) {
			return;
		}
		text.section(this.words.of("section.stages"));
		text.paragraph(
				this.words.of("stages.headlines", ReportWords.lowered(stages.stages().estimate().headline().text()),
						ReportWords.lowered(stages.stages().official().headline().text())));
		List<IndicatorStages> changed = stages.indicators().stream().filter(StagesWriter::isChanged).toList();
		if (changed.isEmpty()) {
			text.paragraph(this.words.of("stages.none"));
		}
		changed.forEach((row) -> text.item(sentence(row)));
		if (stages.missing() > 0) {
			text.paragraph(this.words.of("stages.missing", String.valueOf(stages.missing())));
		}
	}

	private static boolean isEstimated(IndicatorStages row) {
		return row.estimate().figure() != null;
	}

	private static boolean isChanged(IndicatorStages row) {
		boolean counted = row.indicator().rule().role() != IndicatorRole.BREAKDOWN;
		return counted && (row.turn() != VerdictChange.UNCHANGED || (row.settled() && isEstimated(row)
				&& !Objects.equals(figure(row.estimate(), row), figure(row.official(), row))));
	}

	private String sentence(IndicatorStages row) {
		String estimate = figure(row.estimate(), row);
		String official = figure(row.official(), row);
		String verdicts = (row.turn() != VerdictChange.UNCHANGED)
				? this.words.of("stages.turn", verdict(row.estimate()), verdict(row.official()))
				: this.words.of("stages.same", verdict(row.official()));
		return (estimate.isEmpty() || official.isEmpty())
				? this.words.of("stages.verdict", row.indicator().name(), verdicts)
				: this.words.of("stages.change", row.indicator().name(), estimate, official, verdicts);
	}

	private String verdict(Stage stage) {
		return ReportWords.lowered(this.words.verdict(stage.judgement().verdict(), false));
	}

	private static String figure(Stage stage, IndicatorStages row) {
		ActualRow figure = stage.figure();
		@Nullable TargetRow target = stage.target();
		return (figure != null && figure.hasFigure()) ? FigureWords.figure(figure, stage.judgement(), row.indicator(),
				(target != null) ? target.target() : null) : "";
	}

}
