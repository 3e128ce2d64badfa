package vn.wardkpi.audit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
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
			for (Action action : Action.values()) {
				publish("4", subject, action);
			}
		}
		assertThat(this.trail.of(PLAN, "4", true)).hasSize(Subject.values().length * Action.values().length);
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
			publish("5", Subject.ACTUAL, Action.CHANGED);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
		return String.valueOf(this.trail.of(PLAN, "5", true).get(before).origin());
	}

	private static SomeEvent event(String no, Subject subject, Action action, String reason) {
		return SomeEvent.of("clerk",
				RecordedChange.of(subject, "2026 FINAL", action)
					.in(new WardCode("00340"))
					.ofPlan(PLAN)
					.ofIndicator(no)
					.from("96")
					.to("96,9")
					.because(reason));
	}

	private void publish(String no, Subject subject, Action action) {
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(event(no, subject, action, "Bản nháp")));
	}

	private void inTransaction(String no, boolean fails) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.events.publishEvent(event(no, Subject.ACTUAL, Action.CHANGED, "Số chính thức"));
			if (fails) {
				status.setRollbackOnly();
			}
		});
	}

}
