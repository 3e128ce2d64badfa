package vn.wardkpi.dashboard.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.Projection;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What came of a year and of the period. Answers carry an ETag made of their content.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}")
class AttainmentResource {

	private final PlanCatalog plans;

	private final PlanReadModel readModel;

	private final ContentTags tags;

	private final KeptAnswers kept;

	AttainmentResource(PlanCatalog plans, PlanReadModel readModel, ContentTags tags, KeptAnswers kept) {
		this.plans = plans;
		this.readModel = readModel;
		this.tags = tags;
		this.kept = kept;
	}

	@GetMapping("/attainment")
	ResponseEntity<Written<Attainment>> year(@PathVariable long id,
			@RequestParam(required = false) @Nullable Integer year, @ParameterObject Asked asked, Actor actor,
			Locale locale) {
		PlanSummary plan = readable(id, asked, actor);
		requireYear(plan, year);
		return answer(plan, asked, Objects.requireNonNullElse(year, 0), Attainment.class, locale,
				(view) -> Attainment.of(view, year, asked, locale));
	}

	@GetMapping("/period")
	ResponseEntity<Written<Period>> period(@PathVariable long id, @ParameterObject Asked asked, Actor actor,
			Locale locale) {
		return answer(readable(id, asked, actor), asked, 0, Period.class, locale,
				(view) -> Period.of(view.period(asked.issuer()), asked));
	}

	/** What is not approved has no version. */
	private <T> ResponseEntity<Written<T>> answer(PlanSummary plan, Asked asked, int year, Class<T> type, Locale locale,
			Function<JudgedPlan, T> make) {
		Supplier<T> made = () -> make.apply(this.readModel.read(plan, asked.asOf(), asked.drafts()));
		return (asked.drafts() ? this.tags.tagged(type, made.get())
				: this.kept.of(plan.wardCode(), List.of(plan, asked, year), type, locale, made))
			.answer();
	}

	static void requireYear(PlanSummary plan, @Nullable Integer year) {
		if (year != null && !plan.covers(year)) {
			Problem problem = Problem.error("year-outside-plan", String.valueOf(year), String.valueOf(plan.fromYear()),
					String.valueOf(plan.toYear()));
			throw new RefusedException(Kind.INVALID, "year-outside-plan", problem.arguments(),
					List.of(new FieldProblem("year", problem)));
		}
	}

	private PlanSummary readable(long id, Asked asked, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		if (asked.drafts() && !actor.maySeeDrafts(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "drafts", plan.wardName());
		}
		return plan;
	}

	private static <T> Stream<T> rows(List<T> annex, List<T> supplementary, Asked asked) {
		return asked.supplementary() ? Stream.concat(annex.stream(), supplementary.stream()) : annex.stream();
	}

	/**
	 * Whose targets, and what was known when.
	 */
	record Asked(@Schema(defaultValue = "WARD_COUNCIL") Issuer issuer, @Nullable LocalDate asOf,
			@Nullable List<Include> include) {

		Asked(@Nullable Issuer issuer, @Nullable LocalDate asOf, @Nullable List<Include> include) {
			this.issuer = (issuer != null) ? issuer : Issuer.WARD_COUNCIL;
			this.asOf = asOf;
			this.include = (include != null) ? List.copyOf(include) : List.of();
		}

		boolean drafts() {
			return includes(Include.DRAFT);
		}

		boolean supplementary() {
			return includes(Include.SUPPLEMENTARY);
		}

		private boolean includes(Include what) {
			return this.include != null && this.include.contains(what);
		}

	}

	/**
	 * What may be asked for besides approved figures of the annex.
	 */
	enum Include {

		DRAFT,

		/** Targets that stand in the plan's text alone, after those of the annex. */
		SUPPLEMENTARY

	}

	record Attainment(long planId, int year, Issuer issuer, LocalDate asOf, HeadlineView headline,
			List<ReportedHeadline> reported, List<IndicatorAttainment> indicators) {

		/**
		 * @param year the latest with figures where it is not named
		 */
		static Attainment of(JudgedPlan plan, @Nullable Integer year, Asked asked, Locale locale) {
			YearView view = plan.year((year != null) ? year : plan.known().latestYear(), asked.issuer());
			return new Attainment(view.plan().id(), view.year(), view.issuer(), view.asOf(),
					HeadlineView.of(view.headline(), locale),
					view.reported().stream().map(ReportedHeadline::of).toList(),
					rows(view.indicators(), view.supplementary(), asked).map(IndicatorAttainment::of).toList());
		}

	}

	record HeadlineView(int assigned, int exceeded, int met, int notMet, int inProgress, int noData, int notAssigned,
			boolean provisional, String text) {

		static HeadlineView of(Headline headline, Locale locale) {
			return new HeadlineView(headline.assigned(), headline.exceeded(), headline.met(), headline.notMet(),
					headline.inProgress(), headline.noData(), headline.notAssigned(), headline.provisional(),
					headline.text(locale));
		}

	}

	/**
	 * A headline as a report published it; not computed.
	 */
	record ReportedHeadline(String stage, int assigned, int attained, @Nullable Integer exceeded,
			@Nullable Integer notMet, @Nullable String decision, @Nullable LocalDate reportedOn, @Nullable String note,
			String source, @Nullable String sourceUrl) {

		static ReportedHeadline of(PublishedHeadline row) {
			return new ReportedHeadline(row.stage(), row.assigned(), row.attained(), row.exceeded(), row.notMet(),
					row.decision(), row.reportedOn(), row.note(), row.source(), row.sourceUrl());
		}

	}

	record IndicatorAttainment(String no, String name, IndicatorRole role, @Nullable TargetView target,
			@Nullable ActualDetails actual, Verdict verdict, Verdict computedVerdict, boolean provisional,
			boolean overridden, @Nullable BigDecimal completion, @Nullable BigDecimal gap, Course course) {

		static IndicatorAttainment of(IndicatorYear row) {
			Judgement judgement = row.judgement();
			return new IndicatorAttainment(row.indicator().no(), row.indicator().name(), row.indicator().rule().role(),
					TargetView.of(row.target(), row.indicator()), ActualDetails.of(row.actual(), judgement),
					judgement.verdict(), judgement.computed(), judgement.provisional(), judgement.overridden(),
					judgement.completion(), judgement.gap(), row.course());
		}

	}

	record TargetView(String text, Comparator comparator, @Nullable BigDecimal value, @Nullable BigDecimal upper) {

		static @Nullable TargetView of(@Nullable TargetRow row, IndicatorRow indicator) {
			return (row != null) ? new TargetView(row.target().text(),
					row.target().effectiveComparator(indicator.rule().direction()), row.target().value(),
					row.target().upper()) : null;
		}

	}

	record ActualDetails(@Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator,
			@Nullable Verdict achieved, ReportingPeriod period, SubmissionStatus status) {

		static @Nullable ActualDetails of(@Nullable ActualRow row, Judgement judgement) {
			if (row == null) {
				return null;
			}
			Figure figure = row.figure();
			return new ActualDetails(judgement.valueOf(figure), figure.numerator(), figure.denominator(),
					figure.achieved(), figure.period(), row.status());
		}

	}

	record Period(long planId, int fromYear, int toYear, Issuer issuer, LocalDate asOf,
			List<IndicatorPeriodView> indicators) {

		static Period of(PeriodView view, Asked asked) {
			return new Period(view.plan().id(), view.plan().fromYear(), view.plan().toYear(), view.issuer(),
					view.asOf(),
					rows(view.indicators(), view.supplementary(), asked).map(IndicatorPeriodView::of).toList());
		}

	}

	record IndicatorPeriodView(String no, String name, IndicatorRole role, Accumulation accumulation,
			@Nullable TargetView periodTarget, @Nullable Integer latestYear, List<Integer> missingYears,
			List<Integer> remainingYears, Verdict verdict, boolean provisional, @Nullable BigDecimal valueToDate,
			@Nullable BigDecimal targetToDate, @Nullable BigDecimal targetsDifference,
			@Nullable BigDecimal requiredPerYear, List<Integer> requiredMissing, @Nullable BigDecimal paceSoFar,
			@Nullable BigDecimal paceFactor, @Nullable Integer yearsHeld, @Nullable Integer yearsJudged, Course course,
			@Nullable BigDecimal progress, @Nullable ProjectionView projection, boolean atRisk,
			@Nullable Integer atRiskRank) {

		static IndicatorPeriodView of(IndicatorOverPeriod row) {
			PeriodAttainment period = row.attainment();
			return new IndicatorPeriodView(row.indicator().no(), row.indicator().name(), row.indicator().rule().role(),
					row.indicator().rule().accumulation(), TargetView.of(row.target(), row.indicator()),
					period.latestYear(), period.missingYears(), period.remainingYears(), period.verdict(),
					period.provisional(), period.value(), period.targetToDate(), period.targetsDifference(),
					period.required(), period.requiredMissing(), period.pace(), period.paceFactor(), period.yearsHeld(),
					period.yearsJudged(), period.course(), period.progress(), ProjectionView.of(period.projection()),
					period.atRisk(), period.atRiskRank());
		}

	}

	/**
	 * @param shortfall what it lacks of the period's target; 0 for nothing
	 */
	record ProjectionView(int points, BigDecimal periodValue, @Nullable BigDecimal shortfall) {

		static @Nullable ProjectionView of(@Nullable Projection projection) {
			return (projection != null)
					? new ProjectionView(projection.points(), projection.periodValue(), projection.shortfall()) : null;
		}

	}

}
