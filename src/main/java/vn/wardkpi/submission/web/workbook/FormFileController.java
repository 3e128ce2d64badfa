package vn.wardkpi.submission.web.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.office.OfficeFile;
import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.SubmissionWords;
import vn.wardkpi.submission.web.entry.RowView;

/**
 * A form as a workbook, and the page on which a filled-in one is looked at before it is
 * entered. The sheet itself takes it from there, with its checks.
 */
@Controller
@RequestMapping("/plans/{id}/entry/{year}/{period}/{leadUnit}")
class FormFileController {

	/** A form of two hundred rows has a tenth of it. */
	private static final long MOST_BYTES = 2L * 1024 * 1024;

	private final SheetReader sheets;

	private final FormFiles files;

	private final FileIntake intake;

	private final SubmissionWords words;

	FormFileController(SheetReader sheets, FormFiles files, FileIntake intake, SubmissionWords words) {
		this.sheets = sheets;
		this.files = files;
		this.intake = intake;
		this.words = words;
	}

	@GetMapping("/form.xlsx")
	void file(SubmissionKey key, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
		this.files.send(key, actor, locale, response);
	}

	@GetMapping("/form-file")
	ModelAndView choose(SubmissionKey key, Actor actor) {
		return shown(this.sheets.require(key, actor), HttpStatus.OK);
	}

	/**
	 * Shows what a file would change; stores nothing.
	 */
	@PostMapping("/form-file")
	ModelAndView read(SubmissionKey key, @RequestParam(required = false) @Nullable MultipartFile file, Actor actor,
			Locale locale) throws IOException {
		Sheet sheet = this.sheets.require(key, actor);
		if (!actor.mayEnter(sheet.plan().wardCode(), sheet.unitCodes())) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.enter");
		}
		try {
			FilledForm filled = FilledForm.read(taken(key, file));
			refuseAnother(filled.key(), key);
			List<RowView> rows = this.files.rows(sheet, locale);
			return shown(sheet, HttpStatus.OK).addObject("read", ReadForm.of(filled, key, rows, this.words));
		}
		catch (RefusedException ex) {
			return shown(sheet, HttpStatus.valueOf(ex.kind().status())).addObject("refusal", this.words.of(ex, locale));
		}
	}

	private byte[] taken(SubmissionKey key, @Nullable MultipartFile file) throws IOException {
		if (file == null || file.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "form-file.missing");
		}
		if (file.getSize() > MOST_BYTES) {
			throw new RefusedException(Kind.TOO_LARGE, "form-file.too-large");
		}
		String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
		byte[] content = file.getBytes();
		boolean office = OfficeFile.isZip(content) || OfficeFile.isCompound(content);
		if (!office || !name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
			throw new RefusedException(Kind.UNSUPPORTED, "form-file.kind");
		}
		return this.intake.take(name, content, "a filled-in form of " + key).file().content();
	}

	/** A file of another form is never read into this one. */
	private static void refuseAnother(FormKey found, SubmissionKey key) {
		SubmissionKey form = found.form();
		if (form == null || !found.isOfForm()) {
			throw new RefusedException(Kind.INVALID, "form-file.key");
		}
		if (form.planId() != key.planId()) {
			throw new RefusedException(Kind.INVALID, "form-file.other-plan");
		}
		if (form.year() != key.year() || form.period() != key.period()) {
			throw new RefusedException(Kind.INVALID, "form-file.other-period");
		}
		if (!form.equals(key)) {
			throw new RefusedException(Kind.INVALID, "form-file.other-unit");
		}
	}

	private static ModelAndView shown(Sheet sheet, HttpStatus status) {
		ModelAndView shown = new ModelAndView("submission/form-file", status);
		shown.addObject("sheet", sheet);
		shown.addObject("illustrative", sheet.plan().illustrative());
		return shown;
	}

}
