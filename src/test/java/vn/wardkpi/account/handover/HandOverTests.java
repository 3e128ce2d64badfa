package vn.wardkpi.account.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.signin.SignInAccounts;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class HandOverTests extends IntegrationTest {

	private static final WardCode WARD = new WardCode("00592");

	private static final Actor ADMIN = TestAccounts.wardAdminActor("00592");

	@Autowired
	private HandOvers handOvers;

	@Autowired
	private HandOverDays days;

	@Autowired
	private Accounts accounts;

	@Autowired
	private SignInAccounts signIn;

	@Autowired
	private StaffDirectory staff;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private MockMvcTester mvc;

	private String an;

	private String binh;

	private String duyet;

	private LocalDate today;

	@BeforeEach
	void people() {
		this.jdbc.sql("""
				insert into lead_unit (ward_code, code, name)
				values ('00592', 'ban-mot', 'Ban Một'), ('00592', 'ban-hai', 'Ban Hai'), ('00613', 'ban-mot', 'Ban Một')
				""").update();
		String random = UUID.randomUUID().toString().substring(0, 8);
		this.an = account("an-" + random, "Nguyễn Văn An", Role.OFFICIAL, "ban-mot");
		this.binh = account("binh-" + random, "Trần Thị Bình", Role.OFFICIAL, "ban-hai");
		this.duyet = account("duyet-" + random, "Lê Duyệt", Role.REVIEWER);
		this.today = LocalDate.now(this.clock);
	}

	@Test
	void goesToTheOtherForATimeAndComesBackByItself() {
		start(this.an, this.binh, this.today, this.today.plusDays(2), false);
		assertThat(units(this.an)).isEmpty();
		assertThat(units(this.binh)).containsExactlyInAnyOrder("ban-mot", "ban-hai");
		assertThat(concerned()).as("who is told").containsExactly(this.binh);
		assertThat(version(this.an)).as("sessions end").isOne();
		assertThat(version(this.binh)).isOne();
		this.days.turn(this.today.plusDays(2));
		assertThat(units(this.binh)).contains("ban-mot");
		this.days.turn(this.today.plusDays(3));
		assertThat(units(this.an)).containsExactly("ban-mot");
		assertThat(units(this.binh)).containsExactly("ban-hai");
		assertThat(version(this.an)).isEqualTo(2);
		assertThat(this.handOvers.of(this.an)).isEmpty();
	}

	@Test
	void bothAreToldWhenItBeginsAndWhenItIsOver() throws Exception {
		start(this.an, this.binh, this.today, this.today.plusDays(2), false);
		this.days.turn(this.today);
		assertThat(told(this.an)).containsExactly("HAND_OVER_AWAY");
		assertThat(told(this.binh)).containsExactly("HAND_OVER_TAKEN");
		assertThat(this.mvc.get()
			.uri("/notices")
			.with(TestAccounts.as(new Actor(this.binh, "Bình", Role.OFFICIAL, WARD, false, Set.of())))).hasStatusOk()
			.bodyText()
			.contains("Bạn nhận làm thay việc của Nguyễn Văn An (");
		this.days.turn(this.today.plusDays(3));
		this.days.turn(this.today.plusDays(4));
		assertThat(told(this.an)).containsExactly("HAND_OVER_AWAY", "HAND_OVER_BACK");
		assertThat(told(this.binh)).containsExactly("HAND_OVER_TAKEN", "HAND_OVER_OVER");
	}

	@Test
	void nobodyIsToldOfWhatNeverBegan() {
		start(this.an, this.binh, this.today.plusDays(1), null, true);
		this.handOvers.end(this.an, this.handOvers.of(this.an).get(0).id(), ADMIN);
		assertThat(told(this.an)).isEmpty();
		start(this.an, this.binh, this.today, null, true);
		assertThat(told(this.an)).containsExactly("HAND_OVER_AWAY");
		assertThat(told(this.binh)).containsExactly("HAND_OVER_TAKEN");
	}

	private List<String> told(String username) {
		return this.jdbc.sql("select kind from notice where username = ? order by id")
			.param(username)
			.query(String.class)
			.list();
	}

	@Test
	void isOverWithItsLastDayWhetherAnybodyTurnsOrNot() {
		start(this.an, this.binh, this.today, this.today.plusDays(1), false);
		this.jdbc.sql(
				"update hand_over set first_day = ?, last_day = ? where from_user = (select id from user_account where username = ?)")
			.params(this.today.minusDays(3), this.today.minusDays(1), this.an)
			.update();
		assertThat(units(this.an)).containsExactly("ban-mot");
		assertThat(units(this.binh)).containsExactly("ban-hai");
	}

	@Test
	void beginsOnItsDay() {
		start(this.an, this.binh, this.today.plusDays(1), this.today.plusDays(2), false);
		assertThat(units(this.an)).containsExactly("ban-mot");
		assertThat(version(this.an)).isZero();
		this.days.turn(this.today.plusDays(1));
		this.days.turn(this.today.plusDays(1));
		assertThat(version(this.an)).isOne();
	}

	@Test
	void becomesTheOthersOwnForGood() {
		start(this.an, this.binh, this.today, null, true);
		assertThat(own(this.an)).isEmpty();
		assertThat(own(this.binh)).containsExactlyInAnyOrder("ban-mot", "ban-hai");
		assertThat(this.handOvers.of(this.an)).isEmpty();
	}

	@Test
	void isTakenBackBeforeItsTimeByItsOwnerOrAnAdministrator() {
		HandOver made = start(this.an, this.binh, this.today, this.today.plusDays(9), false);
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.handOvers.end(this.binh, made.id(), actor(this.binh)))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Kind.NOT_FOUND));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.handOvers.end(this.an, made.id(), actor(this.binh)))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Kind.FORBIDDEN));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.handOvers.end(this.an, made.id(), TestAccounts.wardAdminActor("00613")))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(Kind.NOT_FOUND));
		this.handOvers.end(this.an, made.id(), actor(this.an));
		assertThat(units(this.an)).containsExactly("ban-mot");
		assertThat(units(this.binh)).containsExactly("ban-hai");
	}

	@Test
	void neverLeavesTheWardOrTheRole() {
		assertThat(refused(this.an, this.duyet, this.today, this.today)).isEqualTo("to hand-over-to");
		assertThat(refused(this.duyet, this.an, this.today, this.today)).isEqualTo("to hand-over-to");
		assertThat(refused(this.an, this.an, this.today, this.today)).isEqualTo("to hand-over-to");
		start(this.an, this.binh, this.today, this.today.plusDays(9), false);
		this.jdbc.sql("delete from user_lead_unit where user_id = (select id from user_account where username = ?)")
			.param(this.binh)
			.update();
		this.jdbc.sql("update user_account set ward_code = '00613' where username = ?").param(this.binh).update();
		assertThat(units(this.binh)).as("the same code in another ward").isEmpty();
		assertThat(units(this.an)).containsExactly("ban-mot");
	}

	@Test
	void saysWhatIsWrong() {
		assertThat(refused(this.an, this.binh, this.today.minusDays(1), this.today))
			.isEqualTo("firstDay hand-over-past");
		assertThat(refused(this.an, this.binh, this.today.plusDays(1), this.today))
			.isEqualTo("lastDay hand-over-order");
		assertThat(refused(this.an, this.binh, this.today, null)).isEqualTo("lastDay hand-over-day");
		start(this.an, this.binh, this.today.plusDays(5), this.today.plusDays(9), false);
		assertThat(refused(this.an, this.binh, this.today.plusDays(9), this.today.plusDays(10)))
			.isEqualTo("firstDay hand-over-overlap");
		assertThat(refused(this.binh, this.an, this.today.plusDays(4), this.today.plusDays(5)))
			.isEqualTo("firstDay hand-over-overlap");
	}

	@Test
	void isShownOnThePagesOfBothAndOfTheirAdministrator() {
		assertThat(this.mvc.post()
			.uri("/users/" + this.an + "/hand-overs")
			.with(TestAccounts.wardAdmin("00592"))
			.with(csrf())
			.param("to", this.binh)
			.param("firstDay", "x")
			.param("lastDay", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Hãy ghi ngày");
		assertThat(this.mvc.post()
			.uri("/users/" + this.an + "/hand-overs")
			.with(TestAccounts.wardAdmin("00592"))
			.with(csrf())
			.param("to", this.binh)
			.param("firstDay",
					this.today.getDayOfMonth() + "/" + this.today.getMonthValue() + "/" + this.today.getYear())
			.param("lastDay", this.today.plusDays(1).toString())).hasRedirectedUrl("/users/" + this.an);
		String words = "Trần Thị Bình làm thay Nguyễn Văn An, từ";
		assertThat(this.mvc.get().uri("/users/" + this.an).with(TestAccounts.wardAdmin("00592"))).bodyText()
			.contains(words);
		assertThat(this.mvc.get().uri("/users").with(TestAccounts.wardAdmin("00592"))).bodyText()
			.contains("Trần Thị Bình làm thay đến hết");
		for (String one : List.of(this.an, this.binh)) {
			assertThat(this.mvc.get().uri("/account").with(TestAccounts.as(actor(one)))).bodyText().contains(words);
		}
	}

	@Test
	void isThereForProgramsToo() {
		String address = "/api/v1/users/" + this.an + "/hand-overs";
		String body = """
				{"to": "%s", "firstDay": "%s", "lastDay": "%s"}""".formatted(this.binh, this.today.plusDays(1),
				this.today.plusDays(2));
		assertThat(this.mvc.post()
			.uri(address)
			.with(TestAccounts.wardAdmin("00592"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactlyInAnyOrder("to", "firstDay");
		assertThat(this.mvc.post()
			.uri(address)
			.with(TestAccounts.wardAdmin("00592"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.lastDay")
			.isEqualTo(this.today.plusDays(2).toString());
		long id = this.handOvers.of(this.an).get(0).id();
		assertThat(this.mvc.get().uri(address).with(TestAccounts.wardAdmin("00592"))).bodyJson()
			.extractingPath("$[0].to")
			.isEqualTo(this.binh);
		assertThat(this.mvc.post().uri(address + "/" + id + "/end").with(TestAccounts.wardAdmin("00592")))
			.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.handOvers.of(this.an)).isEmpty();
	}

	private HandOver start(String from, String to, LocalDate first, @Nullable LocalDate last, boolean forGood) {
		return this.handOvers.start(from, new NewHandOver(to, first, last, forGood), ADMIN);
	}

	private String refused(String from, String to, LocalDate first, @Nullable LocalDate last) {
		try {
			start(from, to, first, last, false);
			return "";
		}
		catch (RefusedException ex) {
			FieldProblem problem = ex.fields().get(0);
			return problem.field() + " " + problem.problem().code();
		}
	}

	private Actor actor(String username) {
		return this.signIn.find(username).orElseThrow().actor();
	}

	private Set<String> units(String username) {
		return actor(username).leadUnits();
	}

	private List<String> own(String username) {
		return this.jdbc.sql(
				"select lead_unit_code from user_lead_unit l join user_account u on u.id = l.user_id where u.username = ?")
			.param(username)
			.query(String.class)
			.list();
	}

	private List<String> concerned() {
		return this.staff.people(WARD)
			.stream()
			.map((one) -> one.actor())
			.filter((one) -> one.mayEnter(WARD, Set.of("ban-mot")) && !one.allLeadUnits())
			.map(Actor::username)
			.toList();
	}

	private int version(String username) {
		return this.jdbc.sql("select version from user_account where username = ?")
			.param(username)
			.query(Integer.class)
			.single();
	}

	private String account(String username, String name, Role role, String... units) {
		this.accounts.create(new NewAccount(username, "giấy-sông-bàn-42-chuối", name, role, "00592", List.of(units)),
				"test");
		return username;
	}

}
