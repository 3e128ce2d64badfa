package vn.wardkpi.submission;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SubmissionTests {

	private static final Instant NOW = Instant.parse("2027-01-05T02:11:08Z");

	@ParameterizedTest
	@CsvSource({ "ENTER,DRAFT RETURNED", "SUBMIT,DRAFT RETURNED", "APPROVE,SUBMITTED", "RETURN,SUBMITTED",
			"REOPEN,APPROVED" })
	void stepsAreTakenFromTheirStatesAlone(SubmissionStep step, String states) {
		for (SubmissionStatus status : SubmissionStatus.values()) {
			Submission submission = in(status);
			if (Set.of(states.split(" ")).contains(status.name())) {
				assertThatNoException().isThrownBy(() -> take(step, submission));
			}
			else {
				assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> take(step, submission))
					.matches((refused) -> refused.kind() == Kind.CONFLICT)
					.matches((refused) -> refused.code().equals("submission." + step.code() + "." + status));
			}
		}
	}

	@Test
	void nobodyApprovesWhatTheyEnteredOrSubmitted() {
		Submission submission = in(SubmissionStatus.SUBMITTED);

		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> submission.approve("binh", Set.of("an", "binh"), NOW))
			.matches((refused) -> refused.kind() == Kind.FORBIDDEN);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> submission.approve("an", Set.of(), NOW))
			.matches((refused) -> refused.kind() == Kind.FORBIDDEN);
		assertThat(submission.status()).isEqualTo(SubmissionStatus.SUBMITTED);
	}

	@Test
	void aNewRoundForgetsTheLastReviewer() {
		Submission submission = in(SubmissionStatus.RETURNED);
		submission.submit("an", NOW);

		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> submission.refuseUnless(SubmissionStep.SUBMIT))
			.matches((refused) -> refused.arguments().equals(List.of("an")));
	}

	@Test
	void whoIsSecondIsToldWhoDecided() {
		Submission submission = in(SubmissionStatus.APPROVED);

		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> submission.approve("chi", Set.of("an"), NOW))
			.matches((refused) -> refused.arguments().equals(List.of("binh")));
	}

	@Test
	void aFormThatHasMovedOnIsNotDecidedUponUnseen() {
		Submission submission = in(SubmissionStatus.SUBMITTED);

		assertThatNoException().isThrownBy(() -> submission.requireVersion(0));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> submission.requireVersion(1))
			.matches((refused) -> refused.kind() == Kind.CONFLICT);
	}

	private static void take(SubmissionStep step, Submission submission) {
		switch (step) {
			case ENTER -> submission.refuseUnless(SubmissionStep.ENTER);
			case SUBMIT -> submission.submit("an", NOW);
			case APPROVE -> submission.approve("binh", Set.of("an"), NOW);
			case RETURN -> submission.returnToUnit("binh", "Xem lại", NOW);
			case REOPEN -> submission.reopen("binh", "Sai số", NOW);
		}
	}

	private static Submission in(SubmissionStatus status) {
		Submission submission = new Submission(1, 2026, ReportingPeriod.FINAL, 1);
		if (status != SubmissionStatus.DRAFT) {
			take(SubmissionStep.SUBMIT, submission);
		}
		if (status == SubmissionStatus.APPROVED) {
			take(SubmissionStep.APPROVE, submission);
		}
		if (status == SubmissionStatus.RETURNED) {
			take(SubmissionStep.RETURN, submission);
		}
		return submission;
	}

}
