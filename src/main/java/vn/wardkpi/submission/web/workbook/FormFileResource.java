package vn.wardkpi.submission.web.workbook;

import java.io.IOException;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SubmissionKey;

@RestController
class FormFileResource {

	private final FormFiles files;

	FormFileResource(FormFiles files) {
		this.files = files;
	}

	/**
	 * The form as a workbook to be filled in.
	 */
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
					schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/api/v1/plans/{id}/submissions/{year}/{period}/{leadUnit}/form.xlsx")
	void form(SubmissionKey key, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
		this.files.send(key, actor, locale, response);
	}

}
