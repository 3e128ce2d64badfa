package vn.wardkpi.submission.web.entry;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import vn.wardkpi.evidence.EvidenceCatalog;
import vn.wardkpi.evidence.EvidenceRow;
import vn.wardkpi.intake.FileLimits;
import vn.wardkpi.webui.PeriodNames;

/**
 * Gives the sheet the files of its figures, by indicator number. They are read when a
 * page lists them and not when a cell is saved; by then it is known that the reader may
 * see drafts.
 */
@ControllerAdvice(assignableTypes = SheetController.class)
class EvidenceOfSheet {

	private final EvidenceCatalog evidence;

	private final FileLimits limits;

	EvidenceOfSheet(EvidenceCatalog evidence, FileLimits limits) {
		this.evidence = evidence;
		this.limits = limits;
	}

	@ModelAttribute
	void evidence(@PathVariable(required = false) @Nullable Long id,
			@PathVariable(required = false) @Nullable Integer year,
			@PathVariable(required = false) @Nullable String period, Model model) {
		if (id == null || year == null || period == null) {
			return;
		}
		model.addAttribute("limits", this.limits);
		model.addAttribute("evidence", new LazyContextVariable<Map<String, List<EvidenceRow>>>() {
			@Override
			protected Map<String, List<EvidenceRow>> loadValue() {
				return EvidenceOfSheet.this.evidence.of(id, year, PeriodNames.require(period), true);
			}
		});
	}

}
