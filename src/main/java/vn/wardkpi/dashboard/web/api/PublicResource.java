package vn.wardkpi.dashboard.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.dashboard.PlanReadModel;
import vn.wardkpi.dashboard.web.api.AttainmentResource.Asked;
import vn.wardkpi.dashboard.web.api.AttainmentResource.Attainment;
import vn.wardkpi.dashboard.web.api.AttainmentResource.Period;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * What everybody may see of a ward without an account: of the newest plan whose public
 * page is on, or of the named one.
 */
@RestController
@SecurityRequirements
@RequestMapping("/api/v1/public/wards/{code}")
class PublicResource {

	private final PublicPages pages;

	private final PlanReadModel readModel;

	private final KeptAnswers kept;

	PublicResource(PublicPages pages, PlanReadModel readModel, KeptAnswers kept) {
		this.pages = pages;
		this.readModel = readModel;
		this.kept = kept;
	}

	@GetMapping("/attainment")
	ResponseEntity<Written<Attainment>> year(@PathVariable WardCode code,
			@RequestParam(required = false) @Nullable Long plan, @RequestParam(required = false) @Nullable Integer year,
			@ParameterObject Asked asked, Locale locale) {
		PlanSummary chosen = this.pages.require(code, plan, year);
		refuseDrafts(asked, chosen);
		AttainmentResource.requireYear(chosen, year);
		return this.kept
			.of(code, List.of(chosen, asked, Objects.requireNonNullElse(year, 0)), Attainment.class, locale,
					() -> Attainment.of(this.readModel.read(chosen, asked.asOf(), false), year, asked, locale))
			.open();
	}

	@GetMapping("/period")
	ResponseEntity<Written<Period>> period(@PathVariable WardCode code,
			@RequestParam(required = false) @Nullable Long plan, @ParameterObject Asked asked, Locale locale) {
		PlanSummary chosen = this.pages.require(code, plan, null);
		refuseDrafts(asked, chosen);
		return this.kept
			.of(code, List.of(chosen, asked), Period.class, locale,
					() -> Period.of(this.readModel.read(chosen, asked.asOf(), false).period(asked.issuer()), asked))
			.open();
	}

	private static void refuseDrafts(Asked asked, PlanSummary plan) {
		if (asked.drafts()) {
			throw new RefusedException(Kind.FORBIDDEN, "drafts", plan.wardName());
		}
	}

}
