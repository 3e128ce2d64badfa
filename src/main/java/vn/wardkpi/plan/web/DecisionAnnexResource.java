package vn.wardkpi.plan.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.decision.AnnexTargets.Finding;
import vn.wardkpi.plan.decision.AnnexTargets.Stated;
import vn.wardkpi.plan.decision.DecisionAnnexes;
import vn.wardkpi.plan.decision.ReadAnnex;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.webui.ProblemMessages;

@RestController
@RequestMapping("/api/v1/plans/{id}/decisions/annex")
class DecisionAnnexResource {

	private final DecisionAnnexes annexes;

	private final ProblemMessages messages;

	DecisionAnnexResource(DecisionAnnexes annexes, ProblemMessages messages) {
		this.annexes = annexes;
		this.messages = messages;
	}

	/**
	 * What the annex of a decision would change, to be sent as a decision once it is
	 * right. Nothing is stored.
	 */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	AnnexAnswer read(@PathVariable long id, @RequestPart MultipartFile file,
			@RequestParam(defaultValue = "WARD_COUNCIL") Issuer issuer,
			@RequestParam(required = false) @Nullable LocalDate effectiveDate, Actor actor) throws IOException {
		ReadAnnex read = this.annexes.read(id, issuer, effectiveDate, file.getBytes(), actor);
		return new AnnexAnswer(issuer, read.rows().stream().map(this::target).toList(), read.unchanged(),
				read.unmatched().stream().map(AnnexRowAnswer::of).toList(),
				read.problems().stream().map(this::problem).toList());
	}

	private AnnexTargetAnswer target(ReadAnnex.Row row) {
		Stated stated = row.stated();
		return new AnnexTargetAnswer(row.no(), row.name(), stated.year(), stated.text(), row.current(),
				(row.remark() != null) ? this.messages.message(row.remark()) : null, stated.where().sheet(),
				stated.where().row(), stated.where().cell());
	}

	private AnnexProblemAnswer problem(Finding found) {
		return new AnnexProblemAnswer(found.problem().severity(), found.problem().code(),
				this.messages.message(found.problem()), found.where().sheet(), found.where().row(),
				found.where().cell());
	}

	/**
	 * @param targets those that are not in force yet
	 * @param unmatched targets of rows that are no indicator of the plan
	 */
	record AnnexAnswer(Issuer issuer, List<AnnexTargetAnswer> targets, int unchanged, List<AnnexRowAnswer> unmatched,
			List<AnnexProblemAnswer> problems) {
	}

	/**
	 * @param remark where number and name do not both agree
	 */
	record AnnexTargetAnswer(String no, String name, @Nullable Integer year, String text, @Nullable String current,
			@Nullable String remark, @Nullable String sheet, @Nullable Integer row, @Nullable String cell) {
	}

	record AnnexRowAnswer(String no, String name, @Nullable Integer year, String text, @Nullable String sheet,
			@Nullable Integer row, @Nullable String cell) {

		static AnnexRowAnswer of(Stated stated) {
			return new AnnexRowAnswer(stated.no(), stated.name(), stated.year(), stated.text(), stated.where().sheet(),
					stated.where().row(), stated.where().cell());
		}

	}

	record AnnexProblemAnswer(Severity severity, String code, String message, @Nullable String sheet,
			@Nullable Integer row, @Nullable String cell) {
	}

}
