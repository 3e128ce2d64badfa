package vn.wardkpi.plan.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import vn.wardkpi.plan.decision.ReadAnnex;
import vn.wardkpi.plan.web.DecisionForm.TypedTarget;
import vn.wardkpi.webui.ProblemMessages;

/**
 * What came of reading an annex.
 *
 * @param proposed how many targets would change
 * @param unmatched rows that are no indicator of the plan, with their targets
 * @param remarks about rows whose number or name does not agree, then about the file
 */
record AnnexSummary(String file, int proposed, int unchanged, List<String> unmatched, List<String> remarks) {

	static AnnexSummary of(String file, ReadAnnex read, ProblemMessages messages) {
		Stream<String> ofRows = read.rows()
			.stream()
			.filter((row) -> row.remark() != null)
			.map((row) -> row.no() + ": " + messages.message(Objects.requireNonNull(row.remark())))
			.distinct();
		Stream<String> ofFile = read.problems()
			.stream()
			.map((found) -> ((found.where().cell() != null) ? found.where().cell() + ": " : "")
					+ messages.message(found.problem()));
		return new AnnexSummary(file, read.rows().size(), read.unchanged(),
				read.unmatched()
					.stream()
					.map((row) -> row.no() + ". " + row.name() + ((row.year() != null) ? " (" + row.year() + ")" : "")
							+ ": " + row.text())
					.toList(),
				Stream.concat(ofRows, ofFile).toList());
	}

	static List<TypedTarget> targets(ReadAnnex read) {
		return read.rows()
			.stream()
			.map((row) -> new TypedTarget(row.no(),
					(row.stated().year() != null) ? String.valueOf(row.stated().year()) : "", row.stated().text()))
			.toList();
	}

}
