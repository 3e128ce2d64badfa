package vn.wardkpi.report.web.batch;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.report.job.NewBatch;
import vn.wardkpi.report.job.ReportBatch;
import vn.wardkpi.report.job.ReportBatches;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.webui.ProblemMessages;

@RestController
@RequestMapping("/api/v1/report-batches")
class ReportBatchResource {

	private final ReportBatches batches;

	private final ReportZip zip;

	private final ProblemMessages messages;

	ReportBatchResource(ReportBatches batches, ReportZip zip, ProblemMessages messages) {
		this.batches = batches;
		this.zip = zip;
		this.messages = messages;
	}

	/**
	 * Asks for the reports of all wards of a province; they are made in the background.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	ResponseEntity<ReportBatchAnswer> start(@RequestBody NewBatch body, Actor actor) {
		ReportBatch batch = this.batches.start(body, actor);
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/report-batches/" + batch.id()))
			.body(answer(batch.id(), actor));
	}

	/** Those of the last week, the latest first, without their wards. */
	@GetMapping
	List<ReportBatchAnswer> all(Actor actor) {
		return this.batches.all(actor)
			.stream()
			.map((batch) -> ReportBatchAnswer.of(batch, List.of(), this.messages))
			.toList();
	}

	/**
	 * How far it is, with every ward.
	 */
	@GetMapping("/{reports}")
	ReportBatchAnswer one(@PathVariable UUID reports, Actor actor) {
		return answer(reports, actor);
	}

	/**
	 * Lets wards that wait rest; what is made stays.
	 */
	@PostMapping("/{reports}/cancel")
	ReportBatchAnswer cancel(@PathVariable UUID reports, Actor actor) {
		this.batches.cancel(reports, actor);
		return answer(reports, actor);
	}

	@PostMapping("/{reports}/resume")
	ReportBatchAnswer resume(@PathVariable UUID reports, Actor actor) {
		this.batches.resume(reports, actor);
		return answer(reports, actor);
	}

	@DeleteMapping("/{reports}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void discard(@PathVariable UUID reports, Actor actor) {
		this.batches.discard(reports, actor);
	}

	/**
	 * All reports that were made, and a list of all wards, as one ZIP; 409 while they are
	 * made.
	 */
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
	@GetMapping("/{reports}/file")
	void file(@PathVariable UUID reports, Actor actor, HttpServletResponse response) throws IOException {
		this.zip.send(this.batches.require(reports, actor), response);
	}

	private ReportBatchAnswer answer(UUID id, Actor actor) {
		ReportBatch batch = this.batches.require(id, actor);
		return ReportBatchAnswer.of(batch, this.batches.wards(batch), this.messages);
	}

}
