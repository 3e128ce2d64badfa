package vn.wardkpi.report.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.plan.headline.PublishedHeadline;

/**
 * The first section: what came of it as a whole.
 */
final class SummaryWriter {

	private final ReportWords words;

	private final ReportMaterial material;

	SummaryWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	void write(Paragraphs text) {
		text.section(this.words.of("section.summary"));
		if (this.material.kind().isOfPeriod()) {
			ofPeriod(text);
		}
		else {
			ofYear(text);
		}
		text.paragraph(this.words.of("summary.annex"));
		int supplementary = this.material.ofYear().supplementary().size();
		if (supplementary > 0) {
			text.paragraph(this.words.of("summary.supplementary", String.valueOf(supplementary)));
		}
	}

	private void ofYear(Paragraphs text) {
		YearView view = this.material.ofYear();
		Headline headline = view.headline();
		List<String> sentences = new ArrayList<>();
		sentences.add(this.words.of("summary.assigned", year(), issuer(view.issuer()), number(headline.assigned())));
		sentences.add(headline.text() + ".");
		if (this.material.kind().until().isFullYear() && headline.provisional()) {
			sentences.add(this.words.of("summary.provisional"));
		}
		if (!this.material.kind().until().isFullYear()) {
			sentences.add(this.words.of("summary.in-year",
					ReportWords.lowered(this.words.period(this.material.kind().until())), year()));
		}
		if (headline.notAssigned() > 0) {
			sentences.add(this.words.of("summary.not-assigned", number(headline.notAssigned()), year()));
		}
		text.paragraph(String.join(" ", sentences));
		others(view.issuer(), text);
		if (this.material.kind().until().isFullYear()) {
			this.material.judged().known().reported(view.year()).forEach((row) -> text.paragraph(published(row)));
		}
	}

	/** What the same figures come to by other issuers' targets. */
	private void others(Issuer shown, Paragraphs text) {
		for (Issuer issuer : this.material.judged().known().issuers()) {
			Headline headline = this.material.judged().year(this.material.year(), issuer).headline();
			if (issuer != shown && headline.assigned() > 0) {
				text.paragraph(this.words.of("summary.other", issuer(issuer), ReportWords.lowered(headline.text())));
			}
		}
	}

	/** Never mixed with what is computed. */
	private String published(PublishedHeadline row) {
		String exceeded = (row.exceeded() != null) ? this.words.of("summary.published.exceeded", number(row.exceeded()))
				: "";
		String missed = (row.notMet() != null && row.notMet() > 0)
				? this.words.of("summary.published.not-met", number(row.notMet())) : "";
		return this.words.of("summary.published." + row.stage(), issuer(row.issuer()), number(row.attained()),
				number(row.assigned()), exceeded, missed, row.source());
	}

	private void ofPeriod(Paragraphs text) {
		List<IndicatorOverPeriod> counted = this.material.judged()
			.period(this.material.issuer())
			.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().role() != IndicatorRole.BREAKDOWN)
			.toList();
		List<IndicatorOverPeriod> asked = counted.stream()
			.filter((row) -> row.attainment().verdict() != Verdict.NOT_ASSIGNED)
			.toList();
		boolean ended = this.material.year() == this.material.plan().toYear();
		text.paragraph(this.words.of("summary.period", year(), issuer(this.material.issuer()), number(asked.size()),
				String.valueOf(this.material.plan().fromYear()), String.valueOf(this.material.plan().toYear()),
				ended ? verdicts(asked) : courses(asked)));
		for (int year = this.material.plan().fromYear(); year <= this.material.year(); year++) {
			Headline headline = this.material.judged().year(year, this.material.issuer()).headline();
			if (headline.assigned() > 0) {
				text.item(this.words.of("summary.of-year", String.valueOf(year), ReportWords.lowered(headline.text())));
			}
		}
	}

	private String verdicts(List<IndicatorOverPeriod> rows) {
		Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
		rows.forEach((row) -> counts.merge(row.attainment().verdict(), 1, Integer::sum));
		List<String> parts = new ArrayList<>();
		counts.forEach((verdict, count) -> parts.add(this.words.of("summary.count", number(count),
				ReportWords.lowered(this.words.verdict(verdict, false)))));
		return parts.isEmpty() ? this.words.of("summary.nothing") : String.join(", ", parts);
	}

	private String courses(List<IndicatorOverPeriod> rows) {
		Map<Course, Integer> counts = new EnumMap<>(Course.class);
		rows.forEach((row) -> counts.merge(row.attainment().course(), 1, Integer::sum));
		List<String> parts = new ArrayList<>();
		counts.forEach((course, count) -> parts
			.add(this.words.of("summary.count", number(count), ReportWords.lowered(this.words.course(course)))));
		return parts.isEmpty() ? this.words.of("summary.nothing") : String.join(", ", parts);
	}

	private String issuer(Issuer issuer) {
		return this.words.issuer(issuer, this.material.plan());
	}

	private String year() {
		return String.valueOf(this.material.year());
	}

	private static String number(int number) {
		return String.valueOf(number);
	}

}
