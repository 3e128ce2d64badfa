package vn.wardkpi.unitlist.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.unitlist.UnitListFile;
import vn.wardkpi.ward.change.ListedUnit;
import vn.wardkpi.ward.change.UnitListPreview;
import vn.wardkpi.ward.change.UnitLists;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A list of units is sent, what it changes is shown, then done.
 */
@Controller
@RequestMapping("/unit-list")
class UnitListController {

	private final UnitLists lists;

	private final ProblemMessages messages;

	UnitListController(UnitLists lists, ProblemMessages messages) {
		this.lists = lists;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView start(Actor actor) {
		refuseOthers(actor);
		return page(new Typed(null, null, null, null), null, List.of());
	}

	/**
	 * Shows what the file changes.
	 */
	@PostMapping
	ModelAndView preview(@RequestParam(required = false) @Nullable MultipartFile file,
			@ModelAttribute("typed") Typed typed, Actor actor) throws IOException {
		refuseOthers(actor);
		byte[] content = (file != null) ? file.getBytes() : new byte[0];
		try {
			List<ListedUnit> list = UnitListFile.read(content);
			Typed kept = new Typed(typed.from(), typed.source(), UnitListText.write(list), typed.complete());
			return page(kept, this.lists.preview(list, typed.day(), typed.isComplete(), actor), List.of());
		}
		catch (RefusedException ex) {
			return refused(typed, ex);
		}
	}

	/**
	 * Does what was shown.
	 */
	@PostMapping("/apply")
	ModelAndView apply(@ModelAttribute("typed") Typed typed, Actor actor, RedirectAttributes redirect) {
		refuseOthers(actor);
		try {
			List<ListedUnit> list = UnitListFile
				.read(Optional.ofNullable(typed.list()).orElse("").getBytes(StandardCharsets.UTF_8));
			UnitListPreview done = this.lists.apply(list, typed.day(), typed.isComplete(), typed.source(), actor);
			redirect.addFlashAttribute("flash", "unitlist.applied");
			redirect.addFlashAttribute("flashArguments", List.of(done.changes().size()));
			return new ModelAndView("redirect:/unit-list");
		}
		catch (RefusedException ex) {
			return refused(typed, ex);
		}
	}

	private ModelAndView refused(Typed typed, RefusedException ex) {
		if (ex.kind() == Kind.FORBIDDEN) {
			throw ex;
		}
		List<String> errors = ex.fields().isEmpty() ? List.of(this.messages.message(ex))
				: ex.fields().stream().map((one) -> this.messages.message(one.problem())).toList();
		ModelAndView page = page(typed, null, errors);
		page.setStatus(HttpStatus.valueOf(ex.kind().status()));
		return page;
	}

	private ModelAndView page(Typed typed, @Nullable UnitListPreview preview, List<String> errors) {
		List<String> found = (preview != null)
				? preview.problems().stream().map((one) -> this.messages.message(one.problem())).distinct().toList()
				: errors;
		return new ModelAndView("unitlist/list").addObject("typed", typed)
			.addObject("preview", (preview != null && preview.problems().isEmpty()) ? preview : null)
			.addObject("errors", found);
	}

	private static void refuseOthers(Actor actor) {
		if (!actor.mayAdministerSeveralWards()) {
			throw new RefusedException(Kind.FORBIDDEN, "unit-list");
		}
	}

	/**
	 * @param from as typed
	 * @param list what was read of the file, to be read again
	 */
	record Typed(@Nullable String from, @Nullable String source, @Nullable String list, @Nullable Boolean complete) {

		boolean isComplete() {
			return Boolean.TRUE.equals(this.complete);
		}

		@Nullable LocalDate day() {
			return (this.from != null) ? TypedDay.read(this.from).orElse(null) : null;
		}

	}

}
