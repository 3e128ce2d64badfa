package vn.wardkpi.planexport.web;

import java.io.IOException;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.shared.Actor;

@RestController
class PlanExportResource {

	private final PlanDownload download;

	PlanExportResource(PlanDownload download) {
		this.download = download;
	}

	/**
	 * The plan in the canonical form, or in the annex's own layout; imported again it is
	 * the same plan.
	 */
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
							schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
							schema = @Schema(type = "string", format = "binary")) })
	@GetMapping("/api/v1/plans/{id}/export")
	void export(@PathVariable long id, @RequestParam String format,
			@RequestParam(required = false) @Nullable Included include, Actor actor, HttpServletResponse response)
			throws IOException {
		this.download.send(id, format, include, actor, response);
	}

}
