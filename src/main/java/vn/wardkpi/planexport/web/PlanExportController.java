package vn.wardkpi.planexport.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.shared.Actor;

/**
 * The links of pages: the API's own address asks for a token.
 */
@Controller
class PlanExportController {

	private final PlanDownload download;

	PlanExportController(PlanDownload download) {
		this.download = download;
	}

	@GetMapping("/plans/{id}/export")
	void export(@PathVariable long id, @RequestParam String format,
			@RequestParam(required = false) @Nullable Included include, Actor actor, HttpServletResponse response)
			throws IOException {
		this.download.send(id, format, include, actor, response);
	}

}
