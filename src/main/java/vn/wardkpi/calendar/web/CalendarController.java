package vn.wardkpi.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
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

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.CalendarService;
import vn.wardkpi.calendar.CalendarSettings;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.calendar.SettingsDraft;
import vn.wardkpi.calendar.WardCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnits;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * Administrators' page of a ward's reporting days: those of a year's periods, extensions,
 * and the rules behind them.
 */
@Controller
@RequestMapping("/wards/{code}/calendar")
class CalendarController {

	private final ReportingCalendar calendar;

	private final CalendarService service;

	private final Wards wards;

	private final LeadUnits leadUnits;

	private final MessageSource messages;

	private final Clock clock;

	private final boolean mail;

	CalendarController(ReportingCalendar calendar, CalendarService service, Wards wards, LeadUnits leadUnits,
			MessageSource messages, Clock clock, @Value("${spring.mail.host:}") String mailHost) {
		this.calendar = calendar;
		this.service = service;
		this.wards = wards;
		this.leadUnits = leadUnits;
		this.messages = messages;
		this.clock = clock;
		this.mail = !mailHost.isBlank();
	}

	@GetMapping
	ModelAndView show(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year, Actor actor,
			Locale locale) {
		return page(new Visit(code, year, actor, locale), CalendarForms.Answer.NONE);
	}

	/**
	 * Changes the rules. That days lock from now on has to be confirmed.
	 */
	@PostMapping
	ModelAndView change(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year,
			@ModelAttribute CalendarForms.Rules form, Actor actor, Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, year, actor, locale);
		WardCode ward = administered(visit);
		SettingsDraft draft = form.draft();
		if (draft.enforced() && !form.isConfirmed() && !this.calendar.of(ward).settings().enforced()) {
			return page(visit, CalendarForms.Answer.confirm(form));
		}
		return done(visit, "calendar.flash.rules", () -> this.service.change(ward, draft, actor),
				CalendarForms.Answer.of("rules", form), redirect);
	}

	@PostMapping("/undo")
	ModelAndView undo(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year,
			@RequestParam int version, Actor actor, Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, year, actor, locale);
		WardCode ward = administered(visit);
		return done(visit, "calendar.flash.undone", () -> this.service.undo(ward, version, actor),
				CalendarForms.Answer.of("rules", null), redirect);
	}

	@PostMapping("/follow")
	ModelAndView follow(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year,
			@RequestParam int version, Actor actor, Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, year, actor, locale);
		WardCode ward = administered(visit);
		return done(visit, "calendar.flash.followed", () -> this.service.follow(ward, version, actor),
				CalendarForms.Answer.of("rules", null), redirect);
	}

	@PostMapping("/{year}/{period}")
	ModelAndView setDates(@PathVariable String code, YearPeriod of, @ModelAttribute CalendarForms.Days form,
			Actor actor, Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, of.year(), actor, locale);
		WardCode ward = administered(visit);
		refuseFarYears(of);
		return done(visit, "calendar.flash.days",
				() -> this.service.setDates(ward, of, CalendarForms.day(form.opensOn()),
						CalendarForms.day(form.closesOn()), CalendarForms.whole(form.version()), actor),
				CalendarForms.Answer.of(of.period().name(), form), redirect);
	}

	@PostMapping("/{year}/{period}/restore")
	ModelAndView restore(@PathVariable String code, YearPeriod of, @RequestParam int version, Actor actor,
			Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, of.year(), actor, locale);
		WardCode ward = administered(visit);
		refuseFarYears(of);
		return done(visit, "calendar.flash.restored", () -> this.service.restoreDates(ward, of, version, actor),
				CalendarForms.Answer.of("days", null), redirect);
	}

	@PostMapping("/{year}/extensions")
	ModelAndView extend(@PathVariable String code, @PathVariable int year, @ModelAttribute CalendarForms.More form,
			Actor actor, Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, year, actor, locale);
		WardCode ward = administered(visit);
		return done(
				visit, "calendar.flash.extended", () -> this.service.extend(ward, form.of(year), form.leadUnit(),
						CalendarForms.day(form.until()), form.reason(), actor),
				CalendarForms.Answer.of("more", form), redirect);
	}

	@PostMapping("/{year}/extensions/{id}/revoke")
	ModelAndView revoke(@PathVariable String code, @PathVariable int year, @PathVariable long id, Actor actor,
			Locale locale, RedirectAttributes redirect) {
		Visit visit = new Visit(code, year, actor, locale);
		WardCode ward = administered(visit);
		return done(visit, "calendar.flash.revoked", () -> this.service.revokeExtension(ward, id, actor),
				CalendarForms.Answer.of("extensions", null), redirect);
	}

	private ModelAndView done(Visit visit, String flash, Runnable work, CalendarForms.Answer answer,
			RedirectAttributes redirect) {
		try {
			work.run();
		}
		catch (RefusedException ex) {
			return refused(visit, ex, answer);
		}
		redirect.addFlashAttribute("flash", flash);
		redirect.addAttribute("code", visit.code());
		if (visit.year() != null) {
			redirect.addAttribute("year", visit.year());
		}
		return new ModelAndView("redirect:/wards/{code}/calendar");
	}

	private ModelAndView refused(Visit visit, RefusedException ex, CalendarForms.Answer answer) {
		ModelAndView page;
		switch (ex.kind()) {
			case STALE -> {
				String message = this.messages.getMessage("refused." + ex.code(), ex.arguments().toArray(),
						visit.locale());
				page = page(visit, answer.stale(message));
				page.setStatus(HttpStatus.CONFLICT);
			}
			case INVALID -> {
				page = page(visit, answer.with(ex.fields(), (problem) -> words(problem, visit.locale())));
				page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			}
			default -> throw ex;
		}
		return page;
	}

	private ModelAndView page(Visit visit, CalendarForms.Answer answer) {
		WardCode wardCode = administered(visit);
		Ward ward = this.wards.require(visit.code());
		WardCalendar days = this.calendar.of(wardCode);
		LocalDate today = LocalDate.now(this.clock);
		int shown = CalendarYears.shown(visit.year(), today);
		CalendarSettings settings = days.settings();
		Map<String, String> units = new LinkedHashMap<>();
		this.leadUnits.findByWardCodeOrderById(wardCode).forEach((unit) -> units.put(unit.code(), unit.name()));
		return new ModelAndView("calendar/show").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("year", shown)
			.addObject("today", today)
			.addObject("present", days.rules())
			.addObject("settings", settings)
			.addObject("rows",
					days.periods()
						.stream()
						.map((period) -> CalendarForms.Row.of(days, new YearPeriod(shown, period), answer))
						.toList())
			.addObject("extensions", days.extensions().stream().filter((one) -> one.of().year() == shown).toList())
			.addObject("leadUnits", units)
			.addObject("periods", Arrays.asList(ReportingPeriod.values()))
			.addObject("rules", answer.rules(settings))
			.addObject("more", answer.more())
			.addObject("answer", answer)
			.addObject("mail", this.mail);
	}

	private WardCode administered(Visit visit) {
		WardCode ward = this.wards.require(visit.code()).code();
		if (!visit.actor().mayAdminister(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "calendar.administer");
		}
		return ward;
	}

	private String words(Problem problem, Locale locale) {
		return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

	private static void refuseFarYears(YearPeriod of) {
		if (!CalendarYears.known(of.year())) {
			throw new RefusedException(Kind.NOT_FOUND, "calendar.year", String.valueOf(of.year()));
		}
	}

	/**
	 * Who looks at which page.
	 *
	 * @param year that is shown, {@code null} for the present one
	 */
	private record Visit(String code, @Nullable Integer year, Actor actor, Locale locale) {
	}

}
