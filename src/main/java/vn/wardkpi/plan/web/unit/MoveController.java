package vn.wardkpi.plan.web.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.plan.unit.IndicatorMove;
import vn.wardkpi.plan.unit.IndicatorMoves;
import vn.wardkpi.plan.unit.MovableRow;
import vn.wardkpi.plan.unit.MovableRows;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.LeadUnitCatalog;
import vn.wardkpi.ward.LeadUnitHistory;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.ProblemMessages;

/**
 * What a lead unit answers for, of which an administrator gives one or several to another
 * unit from a day on. Says what it does before it does it; works without JavaScript.
 */
@Controller
@RequestMapping("/wards/{code}/lead-units/{unit}/move")
class MoveController {

	private final Wards wards;

	private final LeadUnitCatalog units;

	private final MovableRows movable;

	private final IndicatorMoves moves;

	private final ProblemMessages messages;

	MoveController(Wards wards, LeadUnitCatalog units, MovableRows movable, IndicatorMoves moves,
			ProblemMessages messages) {
		this.wards = wards;
		this.units = units;
		this.movable = movable;
		this.moves = moves;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable String code, @PathVariable String unit, @ModelAttribute("form") MoveForm form,
			Actor actor) {
		return page(code, unit, null, actor);
	}

	@PostMapping
	ModelAndView move(@PathVariable String code, @PathVariable String unit, @ModelAttribute("form") MoveForm form,
			Actor actor, RedirectAttributes redirect) {
		Ward ward = this.wards.require(code);
		try {
			IndicatorMove move = form.read();
			if (form.isConfirmed()) {
				this.moves.move(ward.code(), unit, move, form.version(), actor);
				redirect.addFlashAttribute("flash", "plan.move.done");
				redirect.addAttribute("code", code);
				return new ModelAndView("redirect:/wards/{code}/lead-units");
			}
			this.moves.check(ward.code(), unit, move, form.version(), actor);
			return page(code, unit, null, actor).addObject("confirming", true);
		}
		catch (RefusedException ex) {
			return refused(code, unit, ex, actor);
		}
	}

	/** What was chosen and typed stays on the page, beside what is there now. */
	private ModelAndView refused(String code, String unit, RefusedException why, Actor actor) {
		if (why.kind() != Kind.INVALID && why.kind() != Kind.STALE) {
			throw why;
		}
		boolean stale = why.kind() == Kind.STALE;
		ModelAndView page = page(code, unit, stale ? null : why, actor);
		page.addObject("stale", stale ? this.messages.message(why) : null);
		page.setStatus(stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@PostMapping("/take-back")
	ModelAndView takeBack(@PathVariable String code, @PathVariable String unit, @RequestParam String row,
			@ModelAttribute("form") MoveForm form, Actor actor, RedirectAttributes redirect) {
		Ward ward = this.wards.require(code);
		try {
			this.moves.takeBack(ward.code(), unit, MoveForm.row(row), form.version(), actor);
		}
		catch (RefusedException ex) {
			return refused(code, unit, ex, actor);
		}
		redirect.addFlashAttribute("flash", "plan.move.taken-back");
		redirect.addAttribute("code", code);
		redirect.addAttribute("unit", unit);
		return new ModelAndView("redirect:/wards/{code}/lead-units/{unit}/move");
	}

	private ModelAndView page(String code, String unit, @Nullable RefusedException refused, Actor actor) {
		Ward ward = this.wards.require(code);
		List<MovableRow> rows = this.movable.of(ward.code(), unit, actor);
		Map<String, List<MovableRow>> plans = rows.stream()
			.collect(Collectors.groupingBy(MovableRow::planTitle, LinkedHashMap::new, Collectors.toList()));
		List<LeadUnitHistory> all = this.units.of(ward.code());
		Map<String, String> choices = new LinkedHashMap<>();
		all.stream()
			.filter((one) -> one.endsOn() == null && !one.code().equals(unit))
			.forEach((one) -> choices.put(one.code(), one.name()));
		return new ModelAndView("plan/move").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("unit", this.units.require(ward.code(), unit))
			.addObject("plans", plans)
			.addObject("version", MovableRows.version(rows))
			.addObject("choices", choices)
			.addObject("confirming", false)
			.addObject("errors", (refused != null) ? this.messages.byField(refused) : Map.of());
	}

}
