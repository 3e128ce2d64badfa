package vn.wardkpi.planexport;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexWords;
import vn.wardkpi.planexport.annex.DocumentWriter;
import vn.wardkpi.planexport.annex.WorkbookWriter;
import vn.wardkpi.planexport.sheet.PlanSheet;
import vn.wardkpi.shared.Actor;

/**
 * Gives out plans as files.
 */
@Service
public class PlanExport {

	private final PlanCatalog catalog;

	private final AnnexWords words;

	private final Clock clock;

	PlanExport(PlanCatalog catalog, AnnexWords words, Clock clock) {
		this.catalog = catalog;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * The plan as it is today. Who may see it may take it along.
	 * @param supplementary whether with the targets that stand in its text alone; a file
	 * in the annex's own layout never has them
	 * @throws vn.wardkpi.shared.RefusedException NOT_FOUND if there is no such plan, or
	 * this person may not see it
	 */
	@Transactional(readOnly = true)
	public PlanSheet sheet(long planId, boolean supplementary, Actor actor) {
		PlanSummary plan = this.catalog.require(planId, actor);
		LocalDate today = LocalDate.now(this.clock);
		List<IndicatorRow> rows = this.catalog.indicators(planId, today)
			.stream()
			.filter((row) -> supplementary || row.rule().role() != IndicatorRole.SUPPLEMENTARY)
			.toList();
		Set<String> nos = rows.stream().map(IndicatorRow::no).collect(Collectors.toSet());
		return new PlanSheet(plan, rows,
				this.catalog.targets(planId, today).stream().filter((target) -> nos.contains(target.no())).toList());
	}

	/**
	 * How the file is called: "ke-hoach-00592-2026-2030.xlsx".
	 */
	public static String fileName(PlanSheet sheet, ExportFormat format) {
		PlanSummary plan = sheet.plan();
		String years = (plan.fromYear() == plan.toYear()) ? String.valueOf(plan.fromYear())
				: plan.fromYear() + "-" + plan.toYear();
		return "ke-hoach-" + plan.wardCode() + "-" + years + "." + format.ending();
	}

	/**
	 * @param out is not closed
	 * @throws IOException if it cannot be written to
	 */
	public void write(PlanSheet sheet, ExportFormat format, OutputStream out) throws IOException {
		switch (format) {
			case CSV -> new CanonicalWriter(sheet).write(out);
			case XLSX -> new WorkbookWriter(AnnexLayout.of(sheet, this.words)).write(out);
			case DOCX -> new DocumentWriter(AnnexLayout.of(sheet, this.words)).write(out);
		}
	}

}
