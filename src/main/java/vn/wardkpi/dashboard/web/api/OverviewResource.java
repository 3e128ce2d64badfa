package vn.wardkpi.dashboard.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.dashboard.overview.Overview;
import vn.wardkpi.dashboard.overview.OverviewQuery;
import vn.wardkpi.dashboard.overview.OverviewQuery.Linked;
import vn.wardkpi.dashboard.overview.OverviewQuery.Order;
import vn.wardkpi.dashboard.overview.WardHeadline;
import vn.wardkpi.dashboard.web.api.AttainmentResource.IndicatorAttainment;
import vn.wardkpi.dashboard.web.api.AttainmentResource.ReportedHeadline;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.dashboard.web.api.AttainmentResource.HeadlineView;
import vn.wardkpi.shared.PageOf;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

@RestController
@RequestMapping("/api/v1/overview")
class OverviewResource {

	private static final int LARGEST_PAGE = 500;

	private final Overview overview;

	private final Catalogue catalogue;

	private final KeptAnswers kept;

	OverviewResource(Overview overview, Catalogue catalogue, KeptAnswers kept) {
		this.overview = overview;
		this.catalogue = catalogue;
		this.kept = kept;
	}

	@GetMapping
	ResponseEntity<Written<OverviewPage>> overview(@RequestParam int year, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "100") int size, @ParameterObject Asked asked, Locale locale) {
		refuseUnless(page >= 0, "page", Problem.error("page-negative"));
		refuseUnless(size >= 1 && size <= LARGEST_PAGE, "size",
				Problem.error("page-size", String.valueOf(LARGEST_PAGE)));
		Place place = new Place(asked.query(year), page, size);
		return this.kept.ofWards(asked.province(), place, OverviewPage.class, locale, () -> read(place, locale))
			.answer();
	}

	private OverviewPage read(Place place, Locale locale) {
		OverviewQuery query = place.query();
		Long indicator = (query.linked() != null) ? query.linked().definition() : null;
		refuseUnless(indicator == null || this.catalogue.find(indicator).isPresent(), "indicator",
				Problem.error("catalogue-unknown", String.valueOf(indicator)));
		PageOf<WardHeadline> wards = this.overview.headlines(query, place.page(), place.size());
		List<OverviewItem> items = wards.items()
			.stream()
			.map((ward) -> OverviewItem.of(ward, query.year(), query.issuer(), locale))
			.toList();
		return new OverviewPage(items, wards.page(), wards.size(), wards.total());
	}

	private static void refuseUnless(boolean fits, String field, Problem problem) {
		if (!fits) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem(field, problem)));
		}
	}

	/** All that an answer depends on besides the content, the day and the language. */
	private record Place(OverviewQuery query, int page, int size) {
	}

	/**
	 * Whose targets, where, which wards besides those that have a plan, and which
	 * definition of the catalogue, whose indicators are wanted as well.
	 */
	record Asked(@Schema(defaultValue = "WARD_COUNCIL") Issuer issuer, @Nullable String province,
			@Nullable Set<Include> include, @Nullable Long indicator) {

		Asked(@Nullable Issuer issuer, @Nullable String province, @Nullable Set<Include> include,
				@Nullable Long indicator) {
			this.issuer = (issuer != null) ? issuer : Issuer.WARD_COUNCIL;
			this.province = province;
			this.include = include;
			this.indicator = indicator;
		}

		OverviewQuery query(int year) {
			return new OverviewQuery(year, this.issuer, this.province, includes(Include.WITHOUT_PLAN),
					includes(Include.ILLUSTRATIVE), (this.indicator != null) ? new Linked(this.indicator) : null,
					Order.CODE);
		}

		private boolean includes(Include what) {
			return this.include != null && this.include.contains(what);
		}

	}

	/**
	 * What may be asked for besides wards with a plan.
	 */
	enum Include {

		WITHOUT_PLAN, ILLUSTRATIVE

	}

	record OverviewPage(List<OverviewItem> items, int page, int size, long total) {
	}

	/**
	 * @param indicator the plan's indicator that is linked to the definition asked for
	 */
	record OverviewItem(String wardCode, String wardName, String provinceName, boolean illustrative,
			@Nullable Long planId, int year, Issuer issuer, @Nullable HeadlineView headline,
			@Nullable ReportedHeadline publishedHeadline, @Nullable IndicatorAttainment indicator) {

		static OverviewItem of(WardHeadline ward, int year, Issuer issuer, Locale locale) {
			PlanSummary plan = ward.plan();
			Headline headline = ward.headline();
			PublishedHeadline published = ward.published();
			return new OverviewItem(ward.wardCode().value(), ward.wardName(), ward.provinceName(), ward.illustrative(),
					(plan != null) ? plan.id() : null, year, issuer,
					(headline != null) ? HeadlineView.of(headline, locale) : null,
					(published != null) ? ReportedHeadline.of(published) : null,
					ward.shared().values().stream().map(IndicatorAttainment::of).findFirst().orElse(null));
		}

	}

}
