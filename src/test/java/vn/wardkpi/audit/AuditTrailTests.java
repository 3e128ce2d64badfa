package vn.wardkpi.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTrailTests extends IntegrationTest {

	private static final long PLAN = 9_000_001;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void writesWhoChangedWhatAndWhy() {
		inTransaction("1", false);
		assertThat(this.trail.of(PLAN, "1", true)).singleElement().satisfies((entry) -> {
			assertThat(entry.actor()).isEqualTo("clerk");
			assertThat(entry.subject()).isEqualTo(Subject.ACTUAL);
			assertThat(entry.from()).isEqualTo("96");
			assertThat(entry.to()).isEqualTo("96,9");
			assertThat(entry.reason()).isEqualTo("Số chính thức");
			assertThat(entry.origin()).isEqualTo("program");
		});
	}

	@Test
	void whoMayNotSeeDraftsReadsOnlyWhatIsInForce() {
		for (Subject subject : Subject.values()) {
			for (String action : List.of("CREATED", "CHANGED", "RETURNED", "APPROVED", "DELETED", "REVOKED")) {
				publish("4", subject, action);
			}
		}
		assertThat(this.trail.of(PLAN, "4", true)).hasSize(Subject.values().length * 6);
		assertThat(this.trail.of(PLAN, "4", false)).isNotEmpty().allSatisfy((entry) -> {
			if (entry.subject() == Subject.ACTUAL || entry.subject() == Subject.EXPLANATION) {
				assertThat(entry.action()).isEqualTo("APPROVED");
			}
			assertThat(entry.subject()).isNotIn(Subject.SUBMISSION, Subject.EVIDENCE, Subject.USER, Subject.SETTING,
					Subject.CALENDAR);
		});
	}

	@Test
	void tellsWhereARequestCameFromAndWhetherAProgramCalled() {
		assertThat(originOf("/plans/1/entry", null)).isEqualTo("203.0.113.7");
		assertThat(originOf("/api/v1/plans/1", "Basic YTpi")).isEqualTo("203.0.113.7 api");
		assertThat(originOf("/api/v1/plans/1", "Bearer wkpi_x")).isEqualTo("203.0.113.7 token");
	}

	@Test
	void aChangeThatIsNotStoredLeavesNoRow() {
		inTransaction("2", true);
		assertThat(this.trail.of(PLAN, "2", true)).isEmpty();
	}

	private String originOf(String path, @Nullable String credentials) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setRemoteAddr("203.0.113.7");
		if (credentials != null) {
			request.addHeader("Authorization", credentials);
		}
		int before = this.trail.of(PLAN, "5", true).size();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		try {
			publish("5", Subject.ACTUAL, "CHANGED");
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
		return String.valueOf(this.trail.of(PLAN, "5", true).get(before).origin());
	}

	private void publish(String no, Subject subject, String action) {
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new Change("clerk", new WardCode("00340"), PLAN,
					no, subject, "2026 FINAL", action, "96", "96,9", "Bản nháp")));
	}

	private void inTransaction(String no, boolean fails) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.events.publishEvent(new Change("clerk", new WardCode("00340"), PLAN, no, Subject.ACTUAL, "2026 FINAL",
					"CHANGED", "96", "96,9", "Số chính thức"));
			if (fails) {
				status.setRollbackOnly();
			}
		});
	}

}
