package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.EntryWindow.Closed;
import vn.wardkpi.calendar.RulesInForce.Source;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Transactional
class CalendarServiceTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00340");

	private static final String UNIT = "to-lich";

	private static final YearPeriod ESTIMATE = new YearPeriod(2026, ReportingPeriod.ESTIMATE);

	private final Actor admin = TestAccounts.wardAdminActor(WARD.value());

	@Autowired
	private CalendarService service;

	@Autowired
	private ReportingCalendar calendar;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void aLeadUnit() {
		this.jdbc.sql("insert into lead_unit (ward_code, code, name) values (?, ?, 'Tổ Lịch')")
			.params(WARD.value(), UNIT)
			.update();
	}

	@Test
	void remindsByTheDefaultsUntilAWardSaysOtherwise() {
		EntryWindow window = window();
		assertThat(window.opensOn()).isEqualTo("2026-12-01");
		assertThat(window.closesOn()).isEqualTo("2026-12-16");
		assertThat(window.closedOn(LocalDate.of(2027, 5, 1))).isEmpty();
	}

	@Test
	void answersForAWindowWithOneStatement() throws Exception {
		assertThat(StatementCounter.during(this::window)).hasSize(1);
	}

	@Test
	void locksOnceTheWardSaysSoAndTakesThatBack() {
		this.service.change(WARD, draft(14, true, 0), this.admin);
		assertThat(window().closedOn(LocalDate.of(2026, 12, 17))).contains(Closed.DEADLINE_PASSED);
		this.service.undo(WARD, 1, this.admin);
		assertThat(window().closedOn(LocalDate.of(2026, 12, 17))).isEmpty();
		assertThat(this.calendar.of(WARD).settings().version()).isEqualTo(2);
		assertThat(changes("SETTING")).hasSize(2).first().asString().contains("open").contains("locked");
	}

	@Test
	void aWardFollowsTheRulesForAllUntilItHasItsOwnAndAgainAfterwards() {
		Actor installation = TestAccounts.adminActor();
		assertThat(this.calendar.of(WARD).rules().source()).isEqualTo(Source.PROGRAM);
		this.service.change(null, draft(20, false, 0), installation);
		assertThat(this.calendar.of(WARD).rules().source()).isEqualTo(Source.INSTALLATION);
		assertThat(this.calendar.of(WARD).settings().version()).as("of the ward").isZero();
		assertThat(window().closesOn()).as("two working days after 20/12").isEqualTo("2026-12-22");
		assertThat(this.calendar.wardsWithOwnRules()).doesNotContain("Phường Yên Sở", "Yên Sở");

		this.service.change(WARD, draft(14, false, 0), this.admin);
		assertThat(window().closesOn()).isEqualTo("2026-12-16");
		assertThat(this.calendar.of(WARD).rules().source()).isEqualTo(Source.WARD);
		this.service.change(null, draft(10, false, 1), installation);
		assertThat(window().closesOn()).as("the ward's own").isEqualTo("2026-12-16");
		assertThat(this.calendar.wardsWithOwnRules()).anyMatch((name) -> name.endsWith("Yên Sở"));

		this.service.follow(WARD, 1, this.admin);
		assertThat(window().closesOn()).isEqualTo("2026-12-14");
		assertThat(this.calendar.of(WARD).settings().version()).isEqualTo(2);
		this.service.undo(WARD, 2, this.admin);
		assertThat(window().closesOn()).as("its own again").isEqualTo("2026-12-16");
		this.service.follow(WARD, 3, this.admin);
		this.service.follow(null, 2, installation);
		assertThat(this.calendar.of(WARD).rules().source()).isEqualTo(Source.PROGRAM);
		assertThat(changes("SETTING")).hasSize(4).element(1).asString().contains("DEFAULT · ");
		assertThat(this.jdbc.sql("""
				select count(*) from audit_entry
				where ward_code is null and key = 'calendar' and at >= now() and actor = 'test-admin'
				""").query(Long.class).single()).isEqualTo(3);
	}

	@Test
	void takingTheFirstRulesOfAWardBackFollowsThoseForAll() {
		this.service.change(WARD, draft(15, false, 0), this.admin);
		this.service.undo(WARD, 1, this.admin);
		this.service.change(null, draft(20, false, 0), TestAccounts.adminActor());
		assertThat(window().closesOn()).isEqualTo("2026-12-22");
	}

	@Test
	void theRulesForAllAreForTheInstallationsAdministratorsAlone() {
		for (Actor other : List.of(this.admin, TestAccounts.reviewerActor(WARD.value()))) {
			for (Runnable act : List.<Runnable>of(() -> this.service.change(null, draft(15, false, 0), other),
					() -> this.service.undo(null, 1, other), () -> this.service.follow(null, 0, other))) {
				assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class,
						(ex) -> assertThat(ex.kind()).isEqualTo(Kind.FORBIDDEN));
			}
		}
	}

	@Test
	void storesNothingWhereNothingChanges() {
		this.service.change(WARD, draft(14, false, 0), this.admin);
		assertThat(changes("SETTING")).isEmpty();
	}

	@Test
	void refusesASecondChangeOfTheSameVersion() {
		this.service.change(WARD, draft(15, false, 0), this.admin);
		assertThatThrownBy(() -> this.service.change(WARD, draft(20, false, 0), this.admin))
			.isInstanceOfSatisfying(RefusedException.class, (ex) -> assertThat(ex.kind()).isEqualTo(Kind.STALE));
	}

	@Test
	void namesEveryFieldThatIsWrong() {
		SettingsDraft wrong = new SettingsDraft(EnumSet.noneOf(ReportingPeriod.class), 0, 32, null, MonthDay.of(3, 31),
				-1, null, false, 0);
		assertThat(fields(() -> this.service.change(WARD, wrong, this.admin))).containsExactly("periods", "opensDay",
				"closesDay", "finalOpens", "daysToSend", "remindDays");
		assertThat(
				fields(() -> this.service.setDates(WARD, ESTIMATE, null, LocalDate.of(2029, 1, 1), null, this.admin)))
			.containsExactly("opensOn", "closesOn");
		assertThat(fields(() -> this.service.setDates(WARD, ESTIMATE, LocalDate.of(2026, 12, 9),
				LocalDate.of(2026, 12, 8), null, this.admin)))
			.containsExactly("closesOn");
		assertThat(fields(() -> this.service.extend(WARD, ESTIMATE, "", LocalDate.of(2026, 12, 16), " ", this.admin)))
			.containsExactly("leadUnit", "until", "reason");
	}

	@Test
	void givesASinglePeriodItsOwnDaysAndTakesThemBack() {
		this.service.setDates(WARD, ESTIMATE, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 10), null, this.admin);
		assertThat(window().opensOn()).isEqualTo("2026-11-20");
		assertThat(window().closesOn()).as("two working days after 10/12").isEqualTo("2026-12-14");
		assertThat(this.calendar.window(WARD, 2027, ReportingPeriod.ESTIMATE, UNIT).opensOn()).isEqualTo("2027-12-01");
		assertThatThrownBy(() -> this.service.setDates(WARD, ESTIMATE, LocalDate.of(2026, 11, 21),
				LocalDate.of(2026, 12, 10), null, this.admin))
			.isInstanceOf(RefusedException.class);
		this.service.restoreDates(WARD, ESTIMATE, 0, this.admin);
		assertThat(window().opensOn()).isEqualTo("2026-12-01");
		assertThat(changes("CALENDAR")).hasSize(2)
			.first()
			.isEqualTo("2026 ESTIMATE CHANGED 01/12/2026–14/12/2026 20/11/2026–10/12/2026");
	}

	@Test
	void extendsForOneLeadUnitAndTakesThatBack() {
		this.service.change(WARD, draft(14, true, 0), this.admin);
		this.service.extend(WARD, ESTIMATE, UNIT, LocalDate.of(2026, 12, 20), "Thiếu số liệu thuế", this.admin);
		this.service.extend(WARD, ESTIMATE, UNIT, LocalDate.of(2026, 12, 22), "Thiếu số liệu thuế", this.admin);
		assertThat(window().extended()).isTrue();
		assertThat(window().closedOn(LocalDate.of(2026, 12, 22))).isEmpty();
		assertThat(this.calendar.window(WARD, 2026, ReportingPeriod.ESTIMATE, "to-khac")
			.closedOn(LocalDate.of(2026, 12, 22))).contains(Closed.DEADLINE_PASSED);
		List<Extension> extensions = this.calendar.of(WARD).extensions();
		assertThat(extensions).singleElement().satisfies((one) -> assertThat(one.unitName()).isEqualTo("Tổ Lịch"));
		this.service.revokeExtension(WARD, extensions.get(0).id(), this.admin);
		assertThat(window().closedOn(LocalDate.of(2026, 12, 22))).contains(Closed.DEADLINE_PASSED);
		assertThat(changes("CALENDAR")).hasSize(3)
			.last()
			.isEqualTo("2026 ESTIMATE to-lich REVOKED 22/12/2026 16/12/2026");
	}

	@Test
	void isForTheWardsAdministratorsAlone() {
		for (Actor other : List.of(TestAccounts.wardAdminActor("00611"), TestAccounts.reviewerActor(WARD.value()))) {
			assertThatThrownBy(() -> this.service.change(WARD, draft(15, false, 0), other)).isInstanceOfSatisfying(
					RefusedException.class, (ex) -> assertThat(ex.kind()).isEqualTo(Kind.FORBIDDEN));
		}
		this.service.change(WARD, draft(15, false, 0), TestAccounts.adminActor());
	}

	private EntryWindow window() {
		return this.calendar.window(WARD, 2026, ReportingPeriod.ESTIMATE, UNIT);
	}

	private static SettingsDraft draft(int closesDay, boolean enforced, int version) {
		CalendarSettings defaults = CalendarSettings.DEFAULTS;
		return new SettingsDraft(defaults.periods(), 1, closesDay, defaults.finalOpens(), defaults.finalCloses(), 2, 3,
				enforced, version);
	}

	private List<String> changes(String subject) {
		return this.jdbc.sql("""
				select key || ' ' || action || ' ' || from_state || ' ' || to_state from audit_entry
				where ward_code = ? and subject = ? and at >= now() order by id
				""").params(WARD.value(), subject).query(String.class).list();
	}

	private static List<String> fields(Runnable work) {
		RefusedException refused = catchThrowableOfType(RefusedException.class, work::run);
		assertThat(refused).isNotNull();
		return refused.fields().stream().map(FieldProblem::field).map(Objects::requireNonNull).distinct().toList();
	}

}
