package vn.wardkpi.dashboard.web.api;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.dashboard.overview.Overview;
import vn.wardkpi.dashboard.overview.WardHeadline;
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

	private final ContentTags tags;

	OverviewResource(Overview overview, ContentTags tags) {
		this.overview = overview;
		this.tags = tags;
	}

	@GetMapping
	ResponseEntity<OverviewPage> overview(@RequestParam int year,
			@RequestParam(defaultValue = "WARD_COUNCIL") Issuer issuer,
			@RequestParam(required = false) @Nullable String province, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "100") int size, Locale locale) {
		refuseUnless(page >= 0, "page", Problem.error("page-negative"));
		refuseUnless(size >= 1 && size <= LARGEST_PAGE, "size",
				Problem.error("page-size", String.valueOf(LARGEST_PAGE)));
		PageOf<WardHeadline> wards = this.overview.headlines(year, issuer, province, page, size);
		List<OverviewItem> items = wards.items()
			.stream()
			.map((ward) -> OverviewItem.of(ward, year, issuer, locale))
			.toList();
		return this.tags.tagged(new OverviewPage(items, wards.page(), wards.size(), wards.total()));
	}

	private static void refuseUnless(boolean fits, String field, Problem problem) {
		if (!fits) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem(field, problem)));
		}
	}

	record OverviewPage(List<OverviewItem> items, int page, int size, long total) {
	}

	record OverviewItem(String wardCode, String wardName, String provinceName, boolean illustrative, long planId,
			int year, Issuer issuer, HeadlineView headline) {

		static OverviewItem of(WardHeadline ward, int year, Issuer issuer, Locale locale) {
			return new OverviewItem(ward.wardCode().value(), ward.wardName(), ward.provinceName(), ward.illustrative(),
					ward.planId(), year, issuer, HeadlineView.of(ward.headline(), locale));
		}

	}

}
