package vn.wardkpi.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.audit.ChainReport.Fault;
import vn.wardkpi.audit.ChainReport.Finding;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ward's chain of its own, tampered with by somebody who may do everything in the
 * database.
 */
class AuditVerifierTests extends IntegrationTest {

	private static final String WARD = "00679";

	private static final String FREE = "alter table audit_entry disable trigger all; alter table audit_link disable trigger all; ";

	private static final String BOUND = "alter table audit_entry enable trigger all; alter table audit_link enable trigger all; ";

	@Autowired
	private AuditVerifier verifier;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void forgetTheChain() throws SQLException {
		tamper("delete from audit_link where chain = '" + WARD + "'; delete from audit_entry where ward_code = '" + WARD
				+ "'; delete from audit_chain where chain = '" + WARD + "'");
	}

	@Test
	void aChainThatNobodyTouchedVerifies() {
		write(3);
		assertThat(report()).satisfies((report) -> {
			assertThat(report.finding()).isNull();
			assertThat(report.entries()).isEqualTo(3);
			assertThat(report.head()).isEqualTo(hash(3));
		});
	}

	@Test
	void nothingAndAnEmptyTextAreNotTheSame() throws SQLException {
		write("từ", null, null);
		write("", "", "\"'\\\n\t– 1:2\n-");
		assertThat(report().isIntact()).isTrue();
		tamper("update audit_entry set reason = '' where id = " + id(1));
		assertThat(report().finding()).isEqualTo(new Finding(Fault.ALTERED, 1, id(1)));
	}

	@Test
	void namesTheRowThatWasAltered() throws SQLException {
		write(5);
		for (String column : List.of("actor = 'x'", "at = at + interval '1 microsecond'", "to_state = '97'",
				"reason = null", "plan_id = 7", "origin = '10.0.0.1'", "key = key || ' '")) {
			String before = this.jdbc.sql("select to_jsonb(e)::text from audit_entry e where id = ?")
				.param(id(3))
				.query(String.class)
				.single();
			tamper("update audit_entry set " + column + " where id = " + id(3));
			assertThat(report().finding()).as(column).isEqualTo(new Finding(Fault.ALTERED, 3, id(3)));
			tamper("update audit_entry e set (at, actor, plan_id, key, to_state, reason, origin) = "
					+ "(select at, actor, plan_id, key, to_state, reason, origin from "
					+ "jsonb_populate_record(null::audit_entry, '" + before + "')) where id = " + id(3));
			assertThat(report().isIntact()).as(column).isTrue();
		}
	}

	@Test
	void anAlteredRowWithANewHashOfItsOwnIsGivenAwayByTheNext() throws SQLException {
		write(4);
		tamper("update audit_entry set to_state = '97' where id = " + id(2)
				+ "; update audit_link l set hash = audit_hash(l.chain, l.chain_no, l.previous_hash, e) "
				+ "from audit_entry e where e.id = l.entry_id and e.id = " + id(2));
		assertThat(report().finding()).isEqualTo(new Finding(Fault.DETACHED, 3, id(3)));
	}

	@Test
	void namesThePlaceOfARowThatWasTakenOut() throws SQLException {
		write(4);
		long id = id(2);
		tamper("delete from audit_entry where id = " + id);
		assertThat(report().finding()).isEqualTo(new Finding(Fault.MISSING, 2, id));
		tamper("delete from audit_link where entry_id = " + id);
		assertThat(report().finding()).isEqualTo(new Finding(Fault.MISSING, 2, null));
	}

	@Test
	void seesThatTheEndWasCutOff() throws SQLException {
		write(4);
		tamper("delete from audit_link where chain = '" + WARD + "' and chain_no > 2");
		assertThat(report().finding().fault()).isIn(Fault.UNLINKED, Fault.CUT_OFF);
		tamper("delete from audit_entry where ward_code = '" + WARD
				+ "' and not exists (select from audit_link where entry_id = id)");
		assertThat(report().finding()).isEqualTo(new Finding(Fault.CUT_OFF, 3, null));
		tamper("update audit_chain set entries = 2 where chain = '" + WARD + "'");
		assertThat(report().finding()).isEqualTo(new Finding(Fault.OTHER_HEAD, 2, null));
		tamper("delete from audit_chain where chain = '" + WARD + "'");
		assertThat(report().finding()).isEqualTo(new Finding(Fault.WITHOUT_HEAD, 2, null));
	}

	@Test
	void seesARowThatWasWrittenPastTheChain() throws SQLException {
		write(2);
		tamper("insert into audit_entry (at, actor, ward_code, subject, key, action) values (now(), 'x', '" + WARD
				+ "', 'USER', 'x', 'CREATED')");
		assertThat(report().finding().fault()).isEqualTo(Fault.UNLINKED);
	}

	@Test
	void everyRowOfPeopleWhoWriteAtOnceHasItsPlace() throws Exception {
		int people = 8;
		int changes = 20;
		ExecutorService threads = Executors.newFixedThreadPool(people);
		CountDownLatch together = new CountDownLatch(people);
		try {
			List<Future<?>> done = new java.util.ArrayList<>();
			for (int i = 0; i < people; i++) {
				done.add(threads.submit(() -> {
					together.countDown();
					together.await();
					for (int j = 0; j < changes; j++) {
						write(2);
					}
					return null;
				}));
			}
			for (Future<?> one : done) {
				one.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(report()).satisfies((report) -> {
			assertThat(report.finding()).isNull();
			assertThat(report.entries()).isEqualTo(2L * people * changes);
		});
	}

	@Test
	void verifiesTheChainsOfAllOtherTestsToo() {
		assertThat(this.verifier.verify(null)).allSatisfy((report) -> assertThat(report.finding()).isNull());
	}

	private ChainReport report() {
		return this.verifier.verify(WARD).get(0);
	}

	private void write(int rows) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			for (int i = 1; i <= rows; i++) {
				publish("96", "96,9", "Số chính thức");
			}
		});
	}

	private void write(String from, @Nullable String to, @Nullable String reason) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> publish(from, to, reason));
	}

	private void publish(String from, @Nullable String to, @Nullable String reason) {
		this.events.publishEvent(SomeEvent.of("clerk",
				RecordedChange.of(Subject.ACTUAL, "2026 FINAL", Action.CHANGED)
					.in(new WardCode(WARD))
					.ofPlan(9_000_002L)
					.ofIndicator("2.1")
					.from(from)
					.to(to)
					.because(reason)));
	}

	private long id(int no) {
		return this.jdbc.sql("select entry_id from audit_link where chain = ? and chain_no = ?")
			.params(WARD, no)
			.query(Long.class)
			.single();
	}

	private String hash(int no) {
		return this.jdbc.sql("select encode(hash, 'hex') from audit_link where chain = ? and chain_no = ?")
			.params(WARD, no)
			.query(String.class)
			.single();
	}

	private static void tamper(String sql) throws SQLException {
		try (Connection owner = TestDatabase.asOwner(); Statement statement = owner.createStatement()) {
			statement.execute(FREE + sql + "; " + BOUND);
		}
	}

}
