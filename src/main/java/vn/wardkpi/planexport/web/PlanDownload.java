package vn.wardkpi.planexport.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import vn.wardkpi.planexport.ExportFormat;
import vn.wardkpi.planexport.PlanExport;
import vn.wardkpi.planexport.sheet.PlanSheet;
import vn.wardkpi.shared.Actor;

/**
 * Sends a plan's file as it is written. Who may see the plan may take it along.
 */
@Component
class PlanDownload {

	private final PlanExport export;

	PlanDownload(PlanExport export) {
		this.export = export;
	}

	/**
	 * @param include what besides the annex, if the format can hold it
	 */
	void send(long planId, String format, @Nullable Included include, Actor actor, HttpServletResponse response)
			throws IOException {
		ExportFormat wanted = ExportFormat.of(format);
		PlanSheet sheet = this.export.sheet(planId, include == Included.SUPPLEMENTARY && wanted == ExportFormat.CSV,
				actor);
		response.setContentType(wanted.mediaType());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(PlanExport.fileName(sheet, wanted)).build().toString());
		this.export.write(sheet, wanted, response.getOutputStream());
	}

}
