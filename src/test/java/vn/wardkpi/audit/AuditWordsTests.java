package vn.wardkpi.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

class AuditWordsTests extends IntegrationTest {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	@Autowired
	private AuditWords words;

	@Autowired
	private MessageSource messages;

	@Test
	void ofACorrectedIndicatorOnlyWhatChangedIsSaidAndInWords() {
		ReadableChange read = read(Subject.INDICATOR, "8",
				"Tỷ lệ hộ nghèo · %  · COUNTED · HIGHER_IS_BETTER · PERCENT · LAST · bounded=true · decisive=false · to-mot",
				"Tỷ lệ hộ nghèo · %  · COUNTED · LOWER_IS_BETTER · PERCENT · LAST · bounded=false · decisive=false · to-mot");
		assertThat(read.from()).isEqualTo("Chiều đánh giá: Càng cao càng tốt; Không vượt 100%: có");
		assertThat(read.to()).isEqualTo("Chiều đánh giá: Càng thấp càng tốt; Không vượt 100%: không");
	}

	@Test
	void leadUnitsAreCalledByTheirNames() {
		AuditEntry entry = new AuditEntry(1, Instant.EPOCH, "an", null, Subject.USER, "binh", "CHANGED",
				"Bình · OFFICIAL · 00592 · to-mot, to-hai · enabled", "Bình · OFFICIAL · 00592 · to-mot · enabled",
				null, null);
		ReadableChange read = this.words.read(new AuditHit(entry, "00592", null, null, null, "00592", 1, "", 0,
				Map.of("to-mot", "Tổ Một, Hai", "van-phong", "Văn phòng")), VIETNAMESE);
		assertThat(read.from()).isEqualTo("Đơn vị chủ trì: Tổ Một, Hai, to-hai");
		assertThat(read.to()).isEqualTo("Đơn vị chủ trì: Tổ Một, Hai");
	}

	@Test
	void aNameMayHoldTheMarkBetweenTheAttributes() {
		String state = " · COUNTED · LOWER_IS_BETTER · PERCENT · LAST · bounded=true · decisive=false · to-mot";
		assertThat(read(Subject.INDICATOR, "8", "Hộ nghèo · cận nghèo · hộ" + state, "Hộ nghèo · hộ" + state).to())
			.isEqualTo("Tên: Hộ nghèo");
	}

	@Test
	void saysVerdictsFormsPeriodsAndAccountsInWords() {
		assertThat(read(Subject.OVERRIDE, "2026 CITY", null, "NOT_MET").to()).isEqualTo("Không đạt");
		assertThat(read(Subject.OVERRIDE, "2026 CITY", null, "NOT_MET").what()).isEqualTo("2026 Thành phố");
		assertThat(read(Subject.SUBMISSION, "2026 M06 to-mot", "DRAFT", "SUBMITTED")).satisfies(
				(read) -> assertThat(List.of(read.what(), String.valueOf(read.from()), String.valueOf(read.to())))
					.containsExactly("2026 6 tháng to-mot", "Đang nhập", "Chờ duyệt"));
		assertThat(read(Subject.TARGET, "WARD_COUNCIL period", null, "60%").what()).isEqualTo("HĐND cả giai đoạn");
		assertThat(
				read(Subject.USER, "an", "An · OFFICIAL · 00592 · * · enabled", "An · REVIEWER · 00592 ·  · disabled"))
			.satisfies((read) -> {
				assertThat(read.from())
					.isEqualTo("Vai trò: Cán bộ nhập liệu; Đơn vị chủ trì: tất cả; Trạng thái: đang dùng");
				assertThat(read.to()).isEqualTo("Vai trò: Người duyệt; Đơn vị chủ trì: –; Trạng thái: đã khóa");
			});
		assertThat(read(Subject.DECISION, "12/NQ-HĐND", null, "2026-01-05").to()).isEqualTo("05/01/2026");
	}

	@Test
	void leavesAsTypedWhatPeopleTyped() {
		assertThat(read(Subject.EXPLANATION, "2026 FINAL", null, "MET / FINAL").to()).isEqualTo("MET / FINAL");
		assertThat(read(Subject.PLAN, "Kế hoạch CITY FINAL", null, "2026–2030").what())
			.isEqualTo("Kế hoạch CITY FINAL");
		assertThat(read(Subject.ACTUAL, "2026 FINAL", "-", "9.923,5").from()).isNull();
	}

	@Test
	void saysWhereAChangeCameFrom() {
		assertThat(this.words.origin("203.0.113.7", VIETNAMESE)).isEqualTo("203.0.113.7");
		assertThat(this.words.origin("203.0.113.7 token", VIETNAMESE)).isEqualTo("203.0.113.7 (API, mã truy cập)");
		assertThat(this.words.origin("program", VIETNAMESE)).isEqualTo("chương trình");
	}

	@ParameterizedTest
	@EnumSource
	void everySubjectHasItsWord(Subject subject) {
		assertThat(this.messages.getMessage("enum.subject." + subject, null, "", VIETNAMESE)).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void everyActionHasItsWord(Action action) {
		assertThat(this.messages.getMessage("enum.action." + action, null, "", VIETNAMESE)).isNotEmpty();
	}

	private ReadableChange read(Subject subject, String key, @Nullable String from, @Nullable String to) {
		return this.words.read(
				new AuditEntry(1, Instant.EPOCH, "an", null, subject, key, "CHANGED", from, to, null, "program"),
				VIETNAMESE);
	}

}
