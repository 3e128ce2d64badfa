package vn.wardkpi.plan.decision;

import java.time.Instant;

import vn.wardkpi.intake.FileSize;
import vn.wardkpi.intake.content.AcceptedKind;

/**
 * The document of a decision.
 */
public record DecisionFile(long id, long decisionId, String name, AcceptedKind kind, long bytes, String sha256,
		String addedBy, Instant addedAt) {

	/**
	 * Such as "1,2 MB".
	 */
	public String size() {
		return FileSize.write(this.bytes);
	}

}
