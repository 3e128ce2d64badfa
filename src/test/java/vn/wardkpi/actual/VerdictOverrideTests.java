package vn.wardkpi.actual;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerdictOverrideTests {

	private static final Instant NOW = Instant.parse("2027-01-05T02:11:00Z");

	@Test
	void keepsItsWordsWithoutTheSpaceAroundThem() {
		VerdictOverride override = override(Verdict.MET, " Đã xác minh ", "  ");

		assertThat(override.reason()).isEqualTo("Đã xác minh");
		assertThat(override.reference()).isNull();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-,vì sao,verdict", "NO_DATA,vì sao,verdict", "MET,-,reason", "NOT_MET,'  ',reason" })
	void needsAnOutcomeAndAReason(@Nullable Verdict verdict, @Nullable String reason, String field) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> override(verdict, reason, null))
			.matches((refused) -> refused.kind() == Kind.INVALID)
			.satisfies(
					(refused) -> assertThat(refused.fields()).extracting(FieldProblem::field).containsExactly(field));
	}

	@Test
	void isTakenBackOnceAndForAReason() {
		VerdictOverride override = override(Verdict.MET, "Đã xác minh", null);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> override.revoke(" ", "binh", NOW))
			.matches((refused) -> refused.kind() == Kind.INVALID);

		assertThat(override.revoke(" Nhầm dòng ", "binh", NOW)).isEqualTo("Nhầm dòng");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> override.giveWay("binh", NOW))
			.matches((refused) -> refused.kind() == Kind.CONFLICT);
	}

	private static VerdictOverride override(@Nullable Verdict verdict, @Nullable String reason,
			@Nullable String reference) {
		return new VerdictOverride(7, 2026, Issuer.CITY, verdict, reason, reference, "binh", NOW);
	}

}
