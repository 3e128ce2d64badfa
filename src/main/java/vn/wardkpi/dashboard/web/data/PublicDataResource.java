package vn.wardkpi.dashboard.web.data;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import vn.wardkpi.dashboard.web.data.PlanData.Asked;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.shared.WardCode;

/**
 * The open data of a plan whose public page is on, without an account.
 */
@RestController
@SecurityRequirements
@RequestMapping("/api/v1/public/wards/{code}")
class PublicDataResource {

	private final PublicPages pages;

	private final PlanData data;

	PublicDataResource(PublicPages pages, PlanData data) {
		this.pages = pages;
		this.data = data;
	}

	/**
	 * Targets, approved figures and verdicts, a row for each indicator, year and issuer.
	 */
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/json",
							array = @ArraySchema(schema = @Schema(implementation = DataRow.class))),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")) })
	@GetMapping("/data")
	ResponseEntity<byte[]> data(@PathVariable WardCode code, @RequestParam(required = false) @Nullable Long plan,
			@RequestParam(required = false) @Nullable String format, @RequestParam(defaultValue = "false") boolean bom,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT,
					required = false) @Nullable String accept) {
		PlanSummary chosen = this.pages.require(code, plan, null);
		return this.data.open(chosen, new Asked(chosen.id(), format, bom, null), accept);
	}

	/**
	 * The description of the data as a Frictionless data package.
	 */
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
	@GetMapping("/datapackage.json")
	ResponseEntity<byte[]> description(@PathVariable WardCode code,
			@RequestParam(required = false) @Nullable Long plan) {
		PlanSummary chosen = this.pages.require(code, plan, null);
		String path = ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/api/v1/public/wards/{code}/data")
			.queryParam("format", "csv")
			.queryParam("plan", chosen.id())
			.buildAndExpand(code.value())
			.toUriString();
		return this.data.describeOpen(chosen, path);
	}

}
