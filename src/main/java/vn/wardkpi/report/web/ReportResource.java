package vn.wardkpi.report.web;

import java.io.IOException;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.report.web.ReportDownload.Asked;
import vn.wardkpi.shared.Actor;

@RestController
class ReportResource {

	private final ReportDownload download;

	ReportResource(ReportDownload download) {
		this.download = download;
	}

	/**
	 * A report of a year or of the period as a file: approved figures alone.
	 */
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
							schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
							schema = @Schema(type = "string", format = "binary")) })
	@GetMapping("/api/v1/plans/{id}/years/{year}/report")
	ResponseEntity<byte[]> report(@PathVariable long id, @PathVariable int year, @ParameterObject Asked asked,
			Actor actor) throws IOException {
		return this.download.send(id, year, asked, actor);
	}

}
