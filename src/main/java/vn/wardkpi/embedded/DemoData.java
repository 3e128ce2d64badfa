package vn.wardkpi.embedded;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.DemoNotice;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PublishedHeadline;
import vn.wardkpi.plan.PublishedHeadlineCatalog;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.LoadedSubmission;
import vn.wardkpi.submission.LoadedSubmission.LoadedActual;
import vn.wardkpi.submission.SubmissionLoader;
import vn.wardkpi.ward.IllustrativeWards;
import vn.wardkpi.ward.WardKind;

/**
 * Fills an empty database with published plans and reports, each with its source, and
 * with one invented ward that shows everything the program can say.
 */
@Component
@Conditional(NoDatabaseConfigured.class)
class DemoData implements DemoNotice {

	static final String PASSWORD = "tu-liem-2026";

	private static final Logger logger = LoggerFactory.getLogger(DemoData.class);

	private static final Actor LOADER = new Actor("demo", "demo", Role.ADMIN, null, false, Set.of());

	private final JdbcClient jdbc;

	private final IllustrativeWards wards;

	private final PlanService plans;

	private final PublishedHeadlineCatalog headlines;

	private final SubmissionLoader actuals;

	private final Accounts accounts;

	private final Clock clock;

	DemoData(JdbcClient jdbc, IllustrativeWards wards, PlanService plans, PublishedHeadlineCatalog headlines,
			SubmissionLoader actuals, Accounts accounts, Clock clock) {
		this.jdbc = jdbc;
		this.wards = wards;
		this.plans = plans;
		this.headlines = headlines;
		this.actuals = actuals;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Loads everything or nothing, once in a database's life.
	 */
	@Transactional
	public void loadIntoEmptyDatabase() {
		boolean empty = this.jdbc.sql("""
				select not exists (select from demo_load) and not exists (select from plan)
				       and not exists (select from user_account)
				""").query(Boolean.class).single();
		if (empty) {
			load();
			createAccounts();
			this.jdbc.sql("insert into demo_load (loaded_at) values (?)")
				.param(OffsetDateTime.now(this.clock))
				.update();
			logger.info("Loaded the demo data");
		}
	}

	/**
	 * Loads wards, plans, figures and headlines.
	 * @return the plans' ids by their name in plans.csv
	 */
	Map<String, Long> load() {
		for (DemoRow row : DemoRow.of("wards.csv")) {
			this.wards.add(new WardCode(row.require("code")), row.require("name"),
					WardKind.valueOf(row.require("kind")), row.require("province"));
		}
		Map<String, Long> ids = new HashMap<>();
		for (DemoPlan plan : DemoPlan.all()) {
			ids.put(plan.name(), this.plans.adopt(plan.draft(), LOADER));
		}
		for (DemoRow row : DemoRow.of("headlines.csv")) {
			this.headlines.add(planId(ids, row), headline(row), LOADER);
		}
		List<DemoRow> forms = DemoRow.of("forms.csv");
		List<DemoRow> figures = DemoRow.of("actuals.csv");
		List<DemoRow> overrides = DemoRow.of("overrides.csv");
		ids.forEach((name, id) -> this.actuals.load(id,
				forms.stream()
					.filter((form) -> name.equals(form.get("plan")))
					.map((form) -> form(form, figures))
					.toList(),
				overrides.stream().filter((row) -> name.equals(row.get("plan"))).map(this::override).toList()));
		return ids;
	}

	@Override
	public List<DemoAccount> accounts() {
		return DemoRow.of("accounts.csv")
			.stream()
			.map((row) -> new DemoAccount(row.require("username"), PASSWORD,
					"embedded.account." + row.require("username")))
			.toList();
	}

	private void createAccounts() {
		for (DemoRow row : DemoRow.of("accounts.csv")) {
			Role role = Role.valueOf(row.require("role"));
			this.accounts.createWithoutPasswordRules(
					new NewAccount(row.require("username"), PASSWORD, row.require("displayName"), role, row.get("ward"),
							(role == Role.OFFICIAL) ? List.of(NewAccount.ALL_LEAD_UNITS) : List.of()),
					LOADER.username());
		}
	}

	private static PublishedHeadline headline(DemoRow row) {
		return new PublishedHeadline(row.number("year"), Issuer.valueOf(row.require("issuer")), row.require("stage"),
				row.number("assigned"), row.number("attained"), row.count("exceeded"), row.count("notMet"),
				row.get("decision"), row.date("reportedOn"), row.get("note"), row.require("source"));
	}

	private LoadedSubmission form(DemoRow form, List<DemoRow> figures) {
		ReportingPeriod period = ReportingPeriod.valueOf(form.require("period"));
		SubmissionStatus status = SubmissionStatus.valueOf(form.require("status"));
		List<LoadedActual> loaded = figures.stream()
			.filter((row) -> form.require("form").equals(row.get("form")))
			.map((row) -> new LoadedActual(row.require("no"), entry(period, row)))
			.toList();
		boolean reviewed = form.get("reviewedBy") != null;
		return new LoadedSubmission(form.number("year"), period, status, form.require("enteredBy"),
				instant(form.get("enteredAt")), null, null, form.get("reviewedBy"),
				reviewed ? instant(form.get("reviewedAt")) : null, form.get("comment"), loaded);
	}

	private static ActualEntry entry(ReportingPeriod period, DemoRow row) {
		String achieved = row.get("achieved");
		Figure figure = new Figure(period, row.decimal("value"), row.decimal("numerator"), row.decimal("denominator"),
				(achieved != null) ? Verdict.valueOf(achieved) : null);
		return new ActualEntry(figure, row.get("note"), row.get("cause"), row.get("remedy"));
	}

	private OverrideRow override(DemoRow row) {
		return new OverrideRow(row.require("no"), row.number("year"), Issuer.valueOf(row.require("issuer")),
				Verdict.valueOf(row.require("verdict")), row.require("reason"), row.get("reference"),
				row.require("createdBy"), instant(row.get("createdAt")));
	}

	/** What bears no date is known from the day of loading. */
	private Instant instant(@Nullable String text) {
		return (text != null) ? OffsetDateTime.parse(text).toInstant() : this.clock.instant();
	}

	private static long planId(Map<String, Long> ids, DemoRow row) {
		Long id = ids.get(row.require("plan"));
		if (id == null) {
			throw new IllegalArgumentException("No such plan: " + row);
		}
		return id;
	}

}
