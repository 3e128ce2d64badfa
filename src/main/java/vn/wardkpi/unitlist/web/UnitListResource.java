package vn.wardkpi.unitlist.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.unitlist.UnitListFile;
import vn.wardkpi.ward.change.ListedUnit;
import vn.wardkpi.ward.change.UnitChange;
import vn.wardkpi.ward.change.UnitListPreview;
import vn.wardkpi.ward.change.UnitLists;

@RestController
@RequestMapping("/api/v1/unit-list")
class UnitListResource {

	private final UnitLists lists;

	UnitListResource(UnitLists lists) {
		this.lists = lists;
	}

	/**
	 * Changes the units by a list (.xlsx or .csv), all of it or nothing: new ones, other
	 * names, units that others were made of, and ends. {@code dryRun=true} says what it
	 * would change.
	 * @param from the day from which the list holds, today or earlier
	 * @param source the document that the list comes from
	 * @param complete whether units of the provinces listed that are not on the list end
	 */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	UnitListAnswer apply(@RequestPart MultipartFile file, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable String source,
			@RequestParam(defaultValue = "false") boolean complete,
			@RequestParam(defaultValue = "false") boolean dryRun, Actor actor) throws IOException {
		if (!actor.mayAdministerSeveralWards()) {
			throw new RefusedException(Kind.FORBIDDEN, "unit-list");
		}
		List<ListedUnit> list = UnitListFile.read(file.getBytes());
		if (!dryRun) {
			return UnitListAnswer.of(this.lists.apply(list, from, complete, source, actor), true);
		}
		UnitListPreview preview = this.lists.preview(list, from, complete, actor);
		if (!preview.problems().isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), preview.problems());
		}
		return UnitListAnswer.of(preview, false);
	}

	/**
	 * @param applied whether it was done
	 */
	record UnitListAnswer(boolean applied, int unchanged, List<UnitChange> changes) {

		static UnitListAnswer of(UnitListPreview preview, boolean applied) {
			return new UnitListAnswer(applied, preview.unchanged(), preview.changes());
		}

	}

}
