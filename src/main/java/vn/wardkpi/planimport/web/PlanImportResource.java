package vn.wardkpi.planimport.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.web.ImportView.ImportProblemView;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

@RestController
@RequestMapping("/api/v1")
class PlanImportResource {

	private final PlanImport imports;

	private final Replacement replacement;

	private final ImportMessages messages;

	private final JsonMapper json;

	PlanImportResource(PlanImport imports, Replacement replacement, ImportMessages messages, JsonMapper json) {
		this.imports = imports;
		this.replacement = replacement;
		this.messages = messages;
		this.json = json;
	}

	/**
	 * 200 for a dry run, 201 for a stored plan, 422 with the same content beside the
	 * problem if anything is an ERROR.
	 */
	@PostMapping(path = "/wards/{code}/plans/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Object> importPlan(@PathVariable WardCode code, @RequestPart MultipartFile file,
			@RequestParam(defaultValue = "false") boolean dryRun, @ParameterObject ImportQuery said, Actor actor)
			throws IOException {
		this.imports.ward(code, actor);
		Proposal proposal = this.imports.propose(code, file.getBytes(), said.options(this.json), actor);
		if (proposal.hasErrors()) {
			return refused(ImportView.of(proposal, null, null, this.messages));
		}
		List<Replacement.Difference> differences = this.replacement.of(proposal, said.replace());
		if (dryRun) {
			return ResponseEntity.ok(ImportView.of(proposal, null, differences, this.messages));
		}
		long planId = stored(proposal, said, file.getOriginalFilename(), actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + planId))
			.body(ImportView.of(proposal, planId, differences, this.messages)
				.as(said.adopts() ? PlanStatus.ADOPTED : PlanStatus.DRAFT));
	}

	private long stored(Proposal proposal, ImportQuery said, @Nullable String file, Actor actor) {
		if (said.replace() != null) {
			return this.imports.replace(said.replace(), proposal, said.adopts(), file, actor);
		}
		return said.adopts() ? this.imports.adopt(proposal, file, actor) : this.imports.store(proposal, file, actor);
	}

	private ResponseEntity<Object> refused(ImportView view) {
		List<ImportProblemView> errors = view.problems().stream().filter(ImportProblemView::isError).toList();
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		problem.setTitle(this.messages.text("planimport.refused.title"));
		problem.setDetail(this.messages.text("refused.import.errors", String.valueOf(errors.size())));
		problem.setProperty("errors",
				errors.stream().map((error) -> new CellError(error.cell(), error.code(), error.message())).toList());
		problem.setProperty("planId", null);
		problem.setProperty("status", null);
		problem.setProperty("fromYear", view.fromYear());
		problem.setProperty("toYear", view.toYear());
		problem.setProperty("indicators", view.indicators());
		problem.setProperty("counted", view.counted());
		problem.setProperty("targets", view.targets());
		problem.setProperty("proposed", view.proposed());
		problem.setProperty("inferred", view.inferred());
		problem.setProperty("mapping", view.mapping());
		problem.setProperty("problems", view.problems());
		problem.setProperty("differences", null);
		return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	/**
	 * @param field address of the cell
	 */
	record CellError(@Nullable String field, String code, String message) {
	}

}
