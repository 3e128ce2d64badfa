package vn.wardkpi.dashboard.web.data;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import vn.wardkpi.shared.Actor;

@RestController
@RequestMapping("/api/v1/plans/{id}")
class PlanDataResource {

	private final PlanData data;

	PlanDataResource(PlanData data) {
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
	ResponseEntity<byte[]> data(@PathVariable long id, @RequestParam(required = false) @Nullable String format,
			@RequestParam(defaultValue = "false") boolean bom, @RequestParam(required = false) @Nullable LocalDate asOf,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT,
					required = false) @Nullable String accept,
			Actor actor) {
		return this.data.send(new Asked(id, format, bom, asOf), accept, actor);
	}

	/**
	 * The description of the data as a Frictionless data package.
	 */
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
	@GetMapping("/datapackage.json")
	ResponseEntity<byte[]> description(@PathVariable long id, Actor actor) {
		String path = ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/api/v1/plans/{id}/data")
			.queryParam("format", "csv")
			.buildAndExpand(id)
			.toUriString();
		return this.data.describe(id, path, actor);
	}

}
