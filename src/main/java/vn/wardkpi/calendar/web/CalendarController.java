package vn.wardkpi.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

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
	String show(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year, Actor actor,
			Model model) {
		return page(code, year, CalendarForms.Answer.NONE, actor, model);
	}

	/**
	 * Changes the rules. That days lock from now on has to be confirmed.
	 */
	@PostMapping
	String change(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year,
			@RequestParam(defaultValue = "false") boolean confirmed, @ModelAttribute CalendarForms.Rules form,
			Actor actor, Locale locale, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		WardCode ward = administered(code, actor);
		SettingsDraft draft = form.draft();
		if (draft.enforced() && !confirmed && !this.calendar.of(ward).settings().enforced()) {
			return page(code, year, CalendarForms.Answer.confirm(form), actor, model);
		}
		return done("calendar.flash.rules", () -> this.service.change(ward, draft, actor),
				CalendarForms.Answer.of("rules", form), code, year, actor, locale, model, redirect, response);
	}

	@PostMapping("/undo")
	String undo(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year,
			@RequestParam int version, Actor actor, Locale locale, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		WardCode ward = administered(code, actor);
		return done("calendar.flash.undone", () -> this.service.undo(ward, version, actor),
				CalendarForms.Answer.of("rules", null), code, year, actor, locale, model, redirect, response);
	}

	@PostMapping("/{year}/{period}")
	String setDates(@PathVariable String code, @PathVariable int year, @PathVariable String period,
			@ModelAttribute CalendarForms.Days form, Actor actor, Locale locale, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		WardCode ward = administered(code, actor);
		YearPeriod of = yearPeriod(year, period);
		return done("calendar.flash.days",
				() -> this.service.setDates(ward, of, CalendarForms.day(form.opensOn()),
						CalendarForms.day(form.closesOn()), CalendarForms.whole(form.version()), actor),
				CalendarForms.Answer.of(period, form), code, year, actor, locale, model, redirect, response);
	}

	@PostMapping("/{year}/{period}/restore")
	String restore(@PathVariable String code, @PathVariable int year, @PathVariable String period,
			@RequestParam int version, Actor actor, Locale locale, Model model, RedirectAttributes redirect,
			HttpServletResponse response) {
		WardCode ward = administered(code, actor);
		YearPeriod of = yearPeriod(year, period);
		return done("calendar.flash.restored", () -> this.service.restoreDates(ward, of, version, actor),
				CalendarForms.Answer.of("days", null), code, year, actor, locale, model, redirect, response);
	}

	@PostMapping("/{year}/extensions")
	String extend(@PathVariable String code, @PathVariable int year, @ModelAttribute CalendarForms.More form,
			Actor actor, Locale locale, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		WardCode ward = administered(code, actor);
		return done("calendar.flash.extended",
				() -> this.service.extend(ward, form.of(year), form.leadUnit(), CalendarForms.day(form.until()),
						form.reason(), actor),
				CalendarForms.Answer.of("more", form), code, year, actor, locale, model, redirect, response);
	}

	@PostMapping("/{year}/extensions/{id}/revoke")
	String revoke(@PathVariable String code, @PathVariable int year, @PathVariable long id, Actor actor, Locale locale,
			Model model, RedirectAttributes redirect, HttpServletResponse response) {
		WardCode ward = administered(code, actor);
		return done("calendar.flash.revoked", () -> this.service.revokeExtension(ward, id, actor),
				CalendarForms.Answer.of("extensions", null), code, year, actor, locale, model, redirect, response);
	}

	private String done(String flash, Runnable work, CalendarForms.Answer answer, String code, @Nullable Integer year,
			Actor actor, Locale locale, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		try {
			work.run();
		}
		catch (RefusedException ex) {
			if (ex.kind() == Kind.STALE) {
				response.setStatus(HttpStatus.CONFLICT.value());
				String message = this.messages.getMessage("refused." + ex.code(), ex.arguments().toArray(), locale);
				return page(code, year, answer.stale(message), actor, model);
			}
			if (ex.kind() != Kind.INVALID) {
				throw ex;
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(code, year, answer.with(ex.fields(), (problem) -> words(problem, locale)), actor, model);
		}
		redirect.addFlashAttribute("flash", flash);
		redirect.addAttribute("code", code);
		if (year != null) {
			redirect.addAttribute("year", year);
		}
		return "redirect:/wards/{code}/calendar";
	}

	private String page(String code, @Nullable Integer year, CalendarForms.Answer answer, Actor actor, Model model) {
		WardCode wardCode = administered(code, actor);
		Ward ward = this.wards.require(code);
		WardCalendar days = this.calendar.of(wardCode);
		LocalDate today = LocalDate.now(this.clock);
		int shown = (year != null && year >= FIRST_YEAR && year < LAST_YEAR) ? year : today.getYear();
		CalendarSettings settings = days.settings();
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("year", shown);
		model.addAttribute("today", today);
		model.addAttribute("settings", settings);
		model.addAttribute("rows",
				days.periods()
					.stream()
					.map((period) -> CalendarForms.Row.of(days, new YearPeriod(shown, period), answer))
					.toList());
		model.addAttribute("extensions", days.extensions().stream().filter((one) -> one.of().year() == shown).toList());
		Map<String, String> units = new LinkedHashMap<>();
		this.leadUnits.findByWardCodeOrderById(wardCode).forEach((unit) -> units.put(unit.code(), unit.name()));
		model.addAttribute("leadUnits", units);
		model.addAttribute("periods", Arrays.asList(ReportingPeriod.values()));
		model.addAttribute("rules", answer.rules(settings));
		model.addAttribute("more", answer.more());
		model.addAttribute("answer", answer);
		model.addAttribute("mail", this.mail);
		return "calendar/show";
	}

	private WardCode administered(String code, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		if (!actor.mayAdminister(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "calendar.administer");
		}
		return ward;
	}

	private String words(Problem problem, Locale locale) {
		return this.messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

	private static YearPeriod yearPeriod(int year, String name) {
		ReportingPeriod period = Stream.of(ReportingPeriod.values())
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "period.unknown", name));
		if (year < FIRST_YEAR || year >= LAST_YEAR) {
			throw new RefusedException(Kind.NOT_FOUND, "calendar.year", String.valueOf(year));
		}
		return new YearPeriod(year, period);
	}

}
