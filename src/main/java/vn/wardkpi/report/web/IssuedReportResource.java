package vn.wardkpi.report.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.report.archive.IssuedReport;
import vn.wardkpi.report.archive.NewReport;
import vn.wardkpi.report.archive.PaperCheck;
import vn.wardkpi.report.archive.ReportArchive;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

@RestController
@RequestMapping("/api/v1/plans/{id}/issued-reports")
class IssuedReportResource {

	private final ReportArchive archive;

	private final PlanCatalog plans;

	private final PaperCheck papers;

	private final IssuedFile files;

	IssuedReportResource(ReportArchive archive, PlanCatalog plans, PaperCheck papers, IssuedFile files) {
		this.archive = archive;
		this.plans = plans;
		this.papers = papers;
		this.files = files;
	}

	/** The latest first. */
	@GetMapping
	List<IssuedReportAnswer> all(@PathVariable long id, @RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable ReportKind kind, Actor actor) {
		return this.archive.ofPlan(this.plans.require(id, actor), year, kind)
			.stream()
			.map(IssuedReportAnswer::of)
			.toList();
	}

	/**
	 * Makes a report of approved figures and keeps it as it is; it gets a code.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<IssuedReportAnswer> issue(@PathVariable long id, @RequestBody NewReport body, Actor actor) {
		IssuedReport issued = this.archive.issue(id, body, actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/issued-reports/" + issued.printedCode()))
			.body(IssuedReportAnswer.of(issued));
	}

	@GetMapping("/{report}")
	IssuedReportAnswer one(@PathVariable long id, @PathVariable String report, Actor actor) {
		return IssuedReportAnswer.of(this.archive.require(id, report, actor));
	}

	/**
	 * A file as it was when the report was issued.
	 */
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
							schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
							schema = @Schema(type = "string", format = "binary")) })
	@GetMapping("/{report}/file")
	ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String report,
			@RequestParam(required = false) @Nullable String format, Actor actor) {
		return this.files.asIssued(this.archive.require(id, report, actor), format);
	}

	/**
	 * The document as it was signed; the latest that was sent.
	 */
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/{report}/signed")
	ResponseEntity<byte[]> signed(@PathVariable long id, @PathVariable String report, Actor actor) {
		return this.files.signed(this.archive.require(id, report, actor));
	}

	/**
	 * Keeps the signed PDF beside the report, and earlier ones too.
	 */
	@PostMapping(path = "/{report}/signed", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<IssuedReportAnswer> sign(@PathVariable long id, @PathVariable String report,
			@RequestPart MultipartFile file, Actor actor) throws IOException {
		IssuedReport signed = this.archive.attachSigned(id, report,
				Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), actor);
		return ResponseEntity
			.created(URI.create("/api/v1/plans/" + id + "/issued-reports/" + signed.printedCode() + "/signed"))
			.body(IssuedReportAnswer.of(signed));
	}

	/**
	 * Whether the paper still agrees with the record, and what was corrected since.
	 */
	@GetMapping("/{report}/agreement")
	PaperAnswer agreement(@PathVariable long id, @PathVariable String report, Actor actor) {
		IssuedReport issued = this.archive.require(id, report, actor);
		return this.papers.check(issued.code(), actor)
			.map(PaperAnswer::of)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "report.unknown", report));
	}

}
