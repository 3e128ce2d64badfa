package vn.wardkpi.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.EntryLock.Code;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what with a form and with its rows, and why not: all states, roles and
 * windows.
 */
class SubmissionPolicyTests {

	private static final WardCode WARD = new WardCode("00592");

	private static final WardCode OTHER = new WardCode("00613");

	private static final EntryLock NOT_OPEN = new EntryLock(Code.NOT_OPEN, List.of("01/03/2027"));

	private static final EntryLock TOO_LATE = new EntryLock(Code.DEADLINE_PASSED, List.of("16/12/2026"));

	private static final Actor OFFICIAL = actor("an", Role.OFFICIAL, WARD, "van-hoa");

	private static final Actor COOPERATING = actor("cuc", Role.OFFICIAL, WARD, "y-te");

	private static final Actor REVIEWER = actor("binh", Role.REVIEWER, WARD);

	/** Entered a figure when they were an official. */
	private static final Actor PROMOTED = actor("dung", Role.REVIEWER, WARD);

	private static final List<Actor> STRANGERS = List.of(actor("kinh-te", Role.OFFICIAL, WARD, "kinh-te"),
			actor("xa", Role.OFFICIAL, OTHER, "van-hoa"), actor("xa-duyet", Role.REVIEWER, OTHER),
			actor("dai-bieu", Role.DELEGATE, WARD), actor("quan-tri", Role.ADMIN, WARD));

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# status, calendar, official, cooperating, reviewer, reviewer who entered
			DRAFT,     -,               ENTER SUBMIT, ENTER, -,              -
			DRAFT,     NOT_OPEN,        -,            -,     -,              -
			DRAFT,     DEADLINE_PASSED, -,            -,     -,              -
			SUBMITTED, -,               TAKE_BACK,    -,     APPROVE RETURN, RETURN
			SUBMITTED, NOT_OPEN,        TAKE_BACK,    -,     APPROVE RETURN, RETURN
			SUBMITTED, DEADLINE_PASSED, TAKE_BACK,    -,     APPROVE RETURN, RETURN
			RETURNED,  -,               ENTER SUBMIT, ENTER, -,              -
			RETURNED,  NOT_OPEN,        -,            -,     -,              -
			RETURNED,  DEADLINE_PASSED, -,            -,     -,              -
			APPROVED,  -,               -,            -,     REOPEN,         REOPEN
			APPROVED,  NOT_OPEN,        -,            -,     REOPEN,         REOPEN
			APPROVED,  DEADLINE_PASSED, -,            -,     REOPEN,         REOPEN
			DRAFT,     PLAN_CLOSED,     -,            -,     -,              -
			SUBMITTED, PLAN_CLOSED,     -,            -,     -,              -
			RETURNED,  PLAN_CLOSED,     -,            -,     -,              -
			APPROVED,  PLAN_CLOSED,     -,            -,     -,              -
			""")
	void everyStepFollowsFromStateWindowAndPerson(SubmissionStatus status, String closed, String official,
			String cooperating, String reviewer, String promoted) {
		SubmissionPolicy form = form(status, closed(closed));

		assertThat(form.may(OFFICIAL)).containsExactlyElementsOf(steps(official));
		assertThat(form.may(COOPERATING)).containsExactlyElementsOf(steps(cooperating));
		assertThat(form.may(REVIEWER)).containsExactlyElementsOf(steps(reviewer));
		assertThat(form.may(PROMOTED)).containsExactlyElementsOf(steps(promoted));
		for (Actor stranger : STRANGERS) {
			assertThat(form.may(stranger)).as(stranger.username()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# status, calendar, lock of the form, lock of a row that was approved by itself
			DRAFT,     -,               -,               ROW_APPROVED
			DRAFT,     NOT_OPEN,        NOT_OPEN,        ROW_APPROVED
			DRAFT,     DEADLINE_PASSED, DEADLINE_PASSED, ROW_APPROVED
			SUBMITTED, -,               SUBMITTED,       SUBMITTED
			SUBMITTED, NOT_OPEN,        SUBMITTED,       SUBMITTED
			SUBMITTED, DEADLINE_PASSED, SUBMITTED,       SUBMITTED
			RETURNED,  -,               -,               ROW_APPROVED
			RETURNED,  NOT_OPEN,        NOT_OPEN,        ROW_APPROVED
			RETURNED,  DEADLINE_PASSED, DEADLINE_PASSED, ROW_APPROVED
			APPROVED,  -,               APPROVED,        APPROVED
			APPROVED,  NOT_OPEN,        APPROVED,        APPROVED
			APPROVED,  DEADLINE_PASSED, APPROVED,        APPROVED
			DRAFT,     PLAN_CLOSED,     PLAN_CLOSED,     PLAN_CLOSED
			SUBMITTED, PLAN_CLOSED,     PLAN_CLOSED,     PLAN_CLOSED
			RETURNED,  PLAN_CLOSED,     PLAN_CLOSED,     PLAN_CLOSED
			APPROVED,  PLAN_CLOSED,     PLAN_CLOSED,     PLAN_CLOSED
			""")
	void everyLockSaysWhatIsInTheWay(SubmissionStatus status, String closed, String formLock, String rowLock) {
		SubmissionPolicy form = form(status, closed(closed));
		RowDecision returned = decision(RowDecision.Kind.RETURNED);

		assertThat(code(form.lock(OFFICIAL))).isEqualTo(formLock);
		assertThat(code(form.lock(OFFICIAL, List.of("van-hoa"), null))).isEqualTo(formLock);
		assertThat(code(form.lock(OFFICIAL, List.of("van-hoa"), returned))).isEqualTo(formLock);
		assertThat(code(form.lock(OFFICIAL, List.of("van-hoa"), decision(RowDecision.Kind.APPROVED))))
			.isEqualTo(rowLock);
		assertThat(code(form.lock(COOPERATING, List.of("van-hoa"), null))).isEqualTo("NOT_YOUR_UNIT");
		assertThat(code(form.lock(COOPERATING, List.of("van-hoa", "y-te"), null))).isEqualTo(formLock);
		for (Actor stranger : STRANGERS) {
			assertThat(code(form.lock(stranger))).as(stranger.username()).isEqualTo("NOT_YOUR_UNIT");
		}
		assertThat(code(form.lock(REVIEWER))).isEqualTo("NOT_YOUR_UNIT");
	}

	static Stream<Arguments> rows() {
		return Stream.of(Arguments.of(SubmissionStatus.DRAFT, null, true, "ENTER", ""),
				Arguments.of(SubmissionStatus.SUBMITTED, null, true, "", "APPROVE RETURN"),
				Arguments.of(SubmissionStatus.SUBMITTED, null, false, "", "RETURN"),
				Arguments.of(SubmissionStatus.SUBMITTED, RowDecision.Kind.APPROVED, true, "", "RETURN"),
				Arguments.of(SubmissionStatus.SUBMITTED, RowDecision.Kind.RETURNED, true, "", "APPROVE RETURN"),
				Arguments.of(SubmissionStatus.RETURNED, RowDecision.Kind.RETURNED, true, "ENTER", ""),
				Arguments.of(SubmissionStatus.RETURNED, RowDecision.Kind.APPROVED, true, "", ""),
				Arguments.of(SubmissionStatus.APPROVED, null, true, "", ""));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void aRowIsEnteredAndDecidedByItself(SubmissionStatus status, RowDecision.Kind decided, boolean answered,
			String official, String reviewer) {
		SubmissionPolicy form = form(status, null);
		RowDecision decision = (decided != null) ? decision(decided) : null;

		assertThat(form.mayWithRow(OFFICIAL, List.of("van-hoa"), decision, answered))
			.containsExactlyElementsOf(steps(official));
		assertThat(form.mayWithRow(REVIEWER, List.of("van-hoa"), decision, answered))
			.containsExactlyElementsOf(steps(reviewer));
		assertThat(form.mayWithRow(PROMOTED, List.of("van-hoa"), decision, answered))
			.doesNotContain(SubmissionStep.APPROVE);
	}

	@Test
	void daysLockOnlyWhereTheWardSaysSo() {
		LocalDate opens = LocalDate.of(2026, 12, 1);
		LocalDate closes = LocalDate.of(2026, 12, 16);
		EntryWindow enforced = new EntryWindow(opens, closes, false, true);

		assertThat(EntryLock.of(enforced, opens.minusDays(1)))
			.contains(new EntryLock(Code.NOT_OPEN, List.of("01/12/2026")));
		assertThat(EntryLock.of(enforced, opens)).isEmpty();
		assertThat(EntryLock.of(enforced, closes)).isEmpty();
		assertThat(EntryLock.of(enforced, closes.plusDays(1)))
			.contains(new EntryLock(Code.DEADLINE_PASSED, List.of("16/12/2026")));
		assertThat(EntryLock.of(new EntryWindow(opens, closes, false, false), closes.plusDays(1))).isEmpty();
	}

	@Test
	void whatIsNotYoursIsForbiddenAndEverythingElseAClash() {
		assertThat(new EntryLock(Code.NOT_YOUR_UNIT, List.of("Phòng Văn hóa")).refusal().kind())
			.isEqualTo(Kind.FORBIDDEN);
		for (Code code : Code.values()) {
			if (code != Code.NOT_YOUR_UNIT) {
				assertThat(new EntryLock(code, List.of()).refusal().kind()).isEqualTo(Kind.CONFLICT);
			}
		}
	}

	private static SubmissionPolicy form(SubmissionStatus status, EntryLock closed) {
		return new SubmissionPolicy(WARD, "van-hoa", "Phòng Văn hóa", Set.of("van-hoa", "y-te"), status, "an",
				Set.of("an", "dung"), closed);
	}

	private static RowDecision decision(RowDecision.Kind kind) {
		ActualEntry entry = new ActualEntry(new Figure(ReportingPeriod.FINAL, null, null, null, null), null, null,
				null);
		return new RowDecision(kind, "Xem lại", "binh", Instant.EPOCH, entry, 1);
	}

	private static EntryLock closed(String code) {
		return (code == null) ? null : switch (code) {
			case "NOT_OPEN" -> NOT_OPEN;
			case "PLAN_CLOSED" -> EntryLock.of(PlanStatus.CLOSED).orElseThrow();
			default -> TOO_LATE;
		};
	}

	private static String code(Optional<EntryLock> lock) {
		return lock.map((found) -> found.code().name()).orElse(null);
	}

	private static List<SubmissionStep> steps(String names) {
		return (names == null || names.isEmpty()) ? List.of()
				: Stream.of(names.split(" ")).map(SubmissionStep::valueOf).toList();
	}

	private static Actor actor(String username, Role role, WardCode ward, String... units) {
		return new Actor(username, username, role, ward, false, Set.of(units));
	}

}
