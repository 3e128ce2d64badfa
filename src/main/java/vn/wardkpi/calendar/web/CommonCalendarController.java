package vn.wardkpi.calendar.web;

import java.util.Arrays;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.CalendarService;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.calendar.RulesInForce;
import vn.wardkpi.calendar.SettingsDraft;
import vn.wardkpi.calendar.web.CalendarForms.Answer;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.webui.ProblemMessages;

/**
 * The page of the rules for all wards that have none of their own.
 */
@Controller
@RequestMapping("/settings/calendar")
class CommonCalendarController {

	private final ReportingCalendar calendar;

	private final CalendarService service;

	private final ProblemMessages messages;

	CommonCalendarController(ReportingCalendar calendar, CalendarService service, ProblemMessages messages) {
		this.calendar = calendar;
		this.service = service;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(Actor actor) {
		return page(Answer.NONE, actor);
	}

	/**
	 * Changes the rules. That days lock from now on has to be confirmed.
	 */
	@PostMapping
	ModelAndView change(@ModelAttribute CalendarForms.Rules form, Actor actor, RedirectAttributes redirect) {
		this.service.refuseOthers(null, actor);
		SettingsDraft draft = form.draft();
		if (draft.enforced() && !form.isConfirmed() && !this.calendar.common().settings().enforced()) {
			return page(Answer.confirm(form), actor);
		}
		return done("calendar.flash.rules", () -> this.service.change(null, draft, actor), Answer.of("rules", form),
				actor, redirect);
	}

	@PostMapping("/undo")
	ModelAndView undo(@RequestParam int version, Actor actor, RedirectAttributes redirect) {
		return done("calendar.flash.undone", () -> this.service.undo(null, version, actor), Answer.of("rules", null),
				actor, redirect);
	}

	@PostMapping("/follow")
	ModelAndView follow(@RequestParam int version, Actor actor, RedirectAttributes redirect) {
		return done("calendar.flash.followed", () -> this.service.follow(null, version, actor),
				Answer.of("rules", null), actor, redirect);
	}

	private ModelAndView done(String flash, Runnable work, Answer answer, Actor actor, RedirectAttributes redirect) {
		try {
			work.run();
		}
		catch (RefusedException ex) {
			return refused(ex, answer, actor);
		}
		redirect.addFlashAttribute("flash", flash);
		return new ModelAndView("redirect:/settings/calendar");
	}

	private ModelAndView refused(RefusedException ex, Answer answer, Actor actor) {
		ModelAndView page = switch (ex.kind()) {
			case STALE -> page(answer.stale(this.messages.message(ex)), actor);
			case INVALID -> page(answer.with(ex.fields(), this.messages::message), actor);
			default -> throw ex;
		};
		page.setStatus(
				(ex.kind() == RefusedException.Kind.STALE) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(Answer answer, Actor actor) {
		this.service.refuseOthers(null, actor);
		RulesInForce present = this.calendar.common();
		return new ModelAndView("calendar/common").addObject("present", present)
			.addObject("settings", present.settings())
			.addObject("chosen", present.source() == RulesInForce.Source.INSTALLATION)
			.addObject("apart", this.calendar.wardsWithOwnRules())
			.addObject("periods", Arrays.asList(ReportingPeriod.values()))
			.addObject("rules", answer.rules(present.settings()))
			.addObject("answer", answer);
	}

}
