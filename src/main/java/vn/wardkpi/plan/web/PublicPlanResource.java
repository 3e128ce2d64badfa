package vn.wardkpi.plan.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.plan.web.PlanViews.PlanView;
import vn.wardkpi.shared.WardCode;

/**
 * A ward's plans as everybody may see them, without an account.
 */
@RestController
class PublicPlanResource {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final PublicPages pages;

	private final PlanViews views;

	PublicPlanResource(PublicPages pages, PlanViews views) {
		this.pages = pages;
		this.views = views;
	}

	@SecurityRequirements
	@GetMapping("/api/v1/public/wards/{code}/plans")
	ResponseEntity<List<PlanView>> ofWard(@PathVariable WardCode code) {
		List<PlanView> plans = this.pages.require(code).stream().map(this.views::of).toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
			.eTag("W/\"" + DigestUtils.md5DigestAsHex(plans.toString().getBytes(StandardCharsets.UTF_8)) + "\"")
			.body(plans);
	}

}
