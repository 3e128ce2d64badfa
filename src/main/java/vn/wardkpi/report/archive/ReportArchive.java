package vn.wardkpi.report.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.intake.FileSize;
import vn.wardkpi.intake.content.AcceptedKind;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.ReportFiles;
import vn.wardkpi.report.ReportFormat;
import vn.wardkpi.report.ReportMaker;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.report.mark.PaperCode;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;

/**
 * Issues reports and keeps them as they were: a draft can be made by everybody, an issued
 * one is the ward's, has a code, and its files stay the same byte for byte.
 */
@Service
public class ReportArchive {

	private final IssuedReports reports;

	private final ReportMaker maker;

	private final ReportFiles files;

	private final PlanCatalog plans;

	private final FileIntake intake;

	private final TransactionTemplate snapshot;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final @Nullable String publicUrl;

	ReportArchive(IssuedReports reports, ReportMaker maker, ReportFiles files, PlanCatalog plans, FileIntake intake,
			PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock,
			@Value("${ward-kpi.public-url}") String publicUrl) {
		this.reports = reports;
		this.maker = maker;
		this.files = files;
		this.plans = plans;
		this.intake = intake;
		this.transaction = new TransactionTemplate(transactions);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.events = events;
		this.clock = clock;
		this.publicUrl = publicUrl.isBlank() ? null : publicUrl.strip().replaceAll("/+$", "");
	}

	/**
	 * Whether this person issues the ward's reports: whoever approves its figures, and
	 * its administrators.
	 */
	public static boolean mayIssue(PlanSummary plan, Actor actor) {
		return plan.status().isPublished()
				&& (actor.mayReview(plan.wardCode()) || actor.mayAdminister(plan.wardCode()));
	}

	/**
	 * Makes a report and keeps it: what it says and what it was made from are read at one
	 * moment, its files are written without holding a connection.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, INVALID with what is wrong, CONFLICT
	 * for a plan that is not in force
	 */
	public IssuedReport issue(long planId, NewReport typed, Actor actor) {
		PlanSummary plan = issuing(planId, actor);
		NewReport asked = typed.checked();
		String code = PaperCode.next();
		ReportIssue issue = new ReportIssue(PaperCode.printed(code),
				(this.publicUrl != null) ? this.publicUrl + "/public/reports/" + PaperCode.printed(code) : null,
				asked.number(), asked.date());
		IssuedReports.Draft draft = Objects.requireNonNull(this.snapshot.execute((status) -> {
			ReportContent content = this.maker.make(asked.asked(planId), plan, issue);
			return new IssuedReports.Draft(code, asked, content, this.reports.versions(planId));
		}));
		Map<ReportFormat, byte[]> written = write(draft.content());
		this.transaction.executeWithoutResult((status) -> {
			long id = this.reports.add(draft, actor.username(), now());
			written.forEach(
					(format, content) -> this.reports.addFile(id, format, content, DigestUtils.sha256Hex(content)));
			this.events.publishEvent(new ReportEvent(actor.username(), plan.wardCode(), planId,
					PaperCode.printed(code) + " " + draft.content().frame().subject(), null));
		});
		return this.reports.find(code).orElseThrow();
	}

	/**
	 * The latest first.
	 * @param plan that whoever asks may see
	 * @param year only of this one, as {@code kind}; {@code null} for all
	 */
	public List<IssuedReport> ofPlan(PlanSummary plan, @Nullable Integer year, @Nullable ReportKind kind) {
		return this.reports.ofPlan(plan.id(), year, kind);
	}

	/**
	 * @param code as somebody typed it
	 * @throws RefusedException NOT_FOUND, also if it is another plan's or this person may
	 * not see the plan
	 */
	public IssuedReport require(long planId, String code, Actor actor) {
		this.plans.require(planId, actor);
		return PaperCode.read(code)
			.flatMap(this.reports::find)
			.filter((report) -> report.planId() == planId)
			.orElseThrow(() -> unknown(code));
	}

	/**
	 * A file as it was when the report was issued.
	 */
	public byte[] file(IssuedReport report, ReportFormat format) {
		return this.reports.file(report.id(), format).orElseThrow(() -> unknown(report.code()));
	}

	/**
	 * The document as it was signed.
	 * @throws RefusedException NOT_FOUND if none was sent
	 */
	public byte[] signedFile(IssuedReport report) {
		IssuedReport.Signed signed = report.signed();
		return ((signed != null) ? this.reports.signed(report.id(), signed.sha256()) : Optional.<byte[]>empty())
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "report.not-signed", report.printedCode()));
	}

	/**
	 * Keeps the signed document beside a report; from now on it is the one that is shown.
	 * @param name as the sender named it
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; UNSUPPORTED if it is no PDF,
	 * TOO_LARGE, INVALID, UNAVAILABLE; CONFLICT if the report has this very file
	 */
	public IssuedReport attachSigned(long planId, String code, String name, byte[] content, Actor actor) {
		PlanSummary plan = issuing(planId, actor);
		IssuedReport report = require(planId, code, actor);
		FileIntake.Taken taken = this.intake.take(name, content,
				"signed report " + report.printedCode() + " of ward " + plan.wardCode() + " from " + actor.username());
		if (taken.file().kind() != AcceptedKind.PDF) {
			throw new RefusedException(Kind.UNSUPPORTED, "report.no-pdf");
		}
		String file = taken.file().name() + " (" + FileSize.write(taken.file().size()) + ")";
		this.transaction.executeWithoutResult((status) -> {
			if (!this.reports.addSigned(report.id(), taken, actor.username(), now())) {
				throw new RefusedException(Kind.CONFLICT, "report.same-file", report.printedCode());
			}
			this.events.publishEvent(new ReportEvent(actor.username(), plan.wardCode(), planId,
					report.printedCode() + " " + report.subject(), file));
		});
		return require(planId, code, actor);
	}

	private PlanSummary issuing(long planId, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		if (!actor.mayReview(plan.wardCode()) && !actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "report.issue", plan.wardName());
		}
		if (!plan.status().isPublished()) {
			throw plan.status().refusal(plan.title());
		}
		return plan;
	}

	private Map<ReportFormat, byte[]> write(ReportContent content) {
		Map<ReportFormat, byte[]> written = new EnumMap<>(ReportFormat.class);
		for (ReportFormat format : ReportFormat.values()) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try {
				this.files.write(content, format, out);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			written.put(format, out.toByteArray());
		}
		return written;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	static RefusedException unknown(String code) {
		return new RefusedException(Kind.NOT_FOUND, "report.unknown", code);
	}

}
