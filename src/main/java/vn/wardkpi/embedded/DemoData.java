package vn.wardkpi.embedded;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.catalogue.CatalogueLinks;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.headline.HeadlineInput;
import vn.wardkpi.plan.headline.HeadlineRecords;
import vn.wardkpi.plan.headline.HeadlineStage;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionLoader;
import vn.wardkpi.ward.IllustrativeWards;
import vn.wardkpi.ward.WardKind;

/**
 * Fills an empty database with published plans and reports, each with its source, and
 * with one invented ward that shows everything the program can say.
 */
@Component
@Conditional(NoDatabaseConfigured.class)
class DemoData {

	private static final Logger logger = LoggerFactory.getLogger(DemoData.class);

	private static final Actor LOADER = new Actor("demo", "demo", Role.ADMIN, null, false, Set.of());

	private final JdbcClient jdbc;

	private final IllustrativeWards wards;

	private final PlanService plans;

	private final PlanCatalog catalog;

	private final HeadlineRecords headlines;

	private final SubmissionLoader submissions;

	private final CatalogueLinks links;

	private final DemoAccounts accounts;

	private final Clock clock;

	DemoData(JdbcClient jdbc, IllustrativeWards wards, PlanService plans, PlanCatalog catalog,
			HeadlineRecords headlines, SubmissionLoader submissions, CatalogueLinks links, DemoAccounts accounts,
			Clock clock) {
		this.jdbc = jdbc;
		this.wards = wards;
		this.plans = plans;
		this.catalog = catalog;
		this.headlines = headlines;
		this.submissions = submissions;
		this.links = links;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Loads everything or nothing, once in a database's life.
	 */
	@Transactional
	public void loadIntoEmptyDatabase() {
		boolean loadedBefore = this.jdbc.sql("select exists (select from demo_load)").query(Boolean.class).single();
		if (loadedBefore || !this.catalog.isEmpty() || this.accounts.isAnybodyThere()) {
			return;
		}
		load();
		this.accounts.create(LOADER.username());
		this.jdbc.sql("insert into demo_load (loaded_at) values (?)").param(OffsetDateTime.now(this.clock)).update();
		logger.info("Loaded the demo data");
	}

	/**
	 * Loads wards, plans, figures, headlines, and which indicators are the same.
	 * @return the plans' ids by their name in plans.csv
	 */
	Map<String, Long> load() {
		for (DemoRow row : DemoRow.of("wards.csv")) {
			this.wards.add(new WardCode(row.require("code")), row.require("name"),
					WardKind.valueOf(row.require("kind")), row.require("province"));
		}
		DemoFigures figures = DemoFigures.all(this.clock.instant());
		Map<String, Long> ids = new HashMap<>();
		for (DemoPlan plan : DemoPlan.all()) {
			long id = this.plans.adopt(plan.draft(), LOADER);
			this.submissions.load(id, figures.submissions(plan.name()), figures.overrides(plan.name()));
			ids.put(plan.name(), id);
		}
		for (DemoRow row : DemoRow.of("headlines.csv")) {
			this.headlines.record(planId(ids, row), headline(row), LOADER);
		}
		link(ids);
		return ids;
	}

	private void link(Map<String, Long> ids) {
		Map<Long, Map<String, @Nullable Long>> said = new LinkedHashMap<>();
		for (DemoRow row : DemoRow.of("links.csv")) {
			said.computeIfAbsent(planId(ids, row), (id) -> new LinkedHashMap<>())
				.put(row.require("no"), Long.valueOf(row.require("definition")));
		}
		said.forEach((plan, links) -> this.links.say(plan, links, LOADER));
	}

	private static HeadlineInput headline(DemoRow row) {
		return new HeadlineInput(Issuer.valueOf(row.require("issuer")), row.number("year"),
				HeadlineStage.valueOf(row.require("stage")), row.number("assigned"), row.number("attained"), null,
				row.count("exceeded"), row.count("notMet"), row.get("decision"), row.date("reportedOn"),
				row.get("note"), row.require("source"), null, null, null);
	}

	private static long planId(Map<String, Long> ids, DemoRow row) {
		Long id = ids.get(row.require("plan"));
		if (id == null) {
			throw new IllegalArgumentException("No such plan: " + row);
		}
		return id;
	}

}
