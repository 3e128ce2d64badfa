package vn.wardkpi.calendar.web;

import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.CalendarService;
import vn.wardkpi.calendar.CalendarSettings;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.calendar.RulesInForce;
import vn.wardkpi.calendar.SettingsDraft;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.SeenVersion;

/**
 * The rules of a ward's reporting days, and those for all wards without rules of their
 * own.
 */
@RestController
@RequestMapping("/api/v1")
class CalendarResource {

	private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

	private final ReportingCalendar calendar;

	private final CalendarService service;

	private final Wards wards;

	CalendarResource(ReportingCalendar calendar, CalendarService service, Wards wards) {
		this.calendar = calendar;
		this.service = service;
		this.wards = wards;
	}

	@GetMapping("/wards/{code}/calendar")
	ResponseEntity<CalendarView> ofWard(@PathVariable String code, Actor actor) {
		WardCode ward = this.wards.require(code).code();
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "calendar.read");
		}
		return answer(ward);
	}

	@PutMapping("/wards/{code}/calendar")
	@Operation(description = """
			Puts rules of the ward's own in place of those it follows. Days are written as MM-DD. Needs If-Match with \
			the ETag of the rules that are changed; without it the answer is 428, with another's 412.""")
	ResponseEntity<CalendarView> changeWard(@PathVariable String code, @RequestBody CalendarRules body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return change(this.wards.require(code).code(), body, ifMatch, actor);
	}

	@DeleteMapping("/wards/{code}/calendar")
	@Operation(description = "Gives up the ward's own rules: it follows those for all wards. Needs If-Match.")
	ResponseEntity<CalendarView> followInWard(@PathVariable String code,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return follow(this.wards.require(code).code(), ifMatch, actor);
	}

	@GetMapping("/settings/calendar")
	ResponseEntity<CalendarView> common(Actor actor) {
		this.service.refuseOthers(null, actor);
		return answer(null);
	}

	@PutMapping("/settings/calendar")
	@Operation(description = "The rules for all wards that have none of their own, as those of a ward.")
	ResponseEntity<CalendarView> changeCommon(@RequestBody CalendarRules body,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return change(null, body, ifMatch, actor);
	}

	@DeleteMapping("/settings/calendar")
	@Operation(description = "Returns to the rules of the program. Needs If-Match.")
	ResponseEntity<CalendarView> followInCommon(
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return follow(null, ifMatch, actor);
	}

	private ResponseEntity<CalendarView> change(@Nullable WardCode ward, CalendarRules body, @Nullable String ifMatch,
			Actor actor) {
		this.service.refuseOthers(ward, actor);
		this.service.change(ward, body.draft(seen(ifMatch)), actor);
		return answer(ward);
	}

	private ResponseEntity<CalendarView> follow(@Nullable WardCode ward, @Nullable String ifMatch, Actor actor) {
		this.service.refuseOthers(ward, actor);
		this.service.follow(ward, seen(ifMatch), actor);
		return answer(ward);
	}

	private static int seen(@Nullable String ifMatch) {
		return SeenVersion.require(ifMatch, "calendar.version-required");
	}

	private ResponseEntity<CalendarView> answer(@Nullable WardCode ward) {
		RulesInForce rules = (ward != null) ? this.calendar.of(ward).rules() : this.calendar.common();
		return ResponseEntity.ok().eTag(SeenVersion.tag(rules.version())).body(CalendarView.of(ward, rules));
	}

	/**
	 * As the page's form.
	 *
	 * @param finalOpens as 01-31
	 * @param finalCloses as 01-31
	 */
	record CalendarRules(@Nullable List<ReportingPeriod> periods, @Nullable Integer opensDay,
			@Nullable Integer closesDay, @Nullable String finalOpens, @Nullable String finalCloses,
			@Nullable Integer daysToSend, @Nullable Integer remindDays, @Nullable Boolean enforced) {

		SettingsDraft draft(int seen) {
			Set<ReportingPeriod> given = EnumSet.noneOf(ReportingPeriod.class);
			Objects.requireNonNullElse(this.periods, List.<ReportingPeriod>of())
				.stream()
				.filter(Objects::nonNull)
				.forEach(given::add);
			return new SettingsDraft(given, this.opensDay, this.closesDay, monthDay(this.finalOpens),
					monthDay(this.finalCloses), this.daysToSend, this.remindDays, Boolean.TRUE.equals(this.enforced),
					seen);
		}

		private static @Nullable MonthDay monthDay(@Nullable String text) {
			try {
				return (text != null) ? MonthDay.parse("--" + text) : null;
			}
			catch (DateTimeParseException ex) {
				// No day, as its writer is told.
				return null;
			}
		}

	}

	/**
	 * The rules that apply.
	 *
	 * @param wardCode {@code null} for those for all wards
	 * @param source who has chosen them
	 */
	record CalendarView(@Nullable String wardCode, int version, RulesInForce.Source source,
			List<ReportingPeriod> periods, int opensDay, int closesDay, String finalOpens, String finalCloses,
			int daysToSend, int remindDays, boolean enforced) {

		static CalendarView of(@Nullable WardCode ward, RulesInForce rules) {
			CalendarSettings settings = rules.settings();
			return new CalendarView((ward != null) ? ward.value() : null, rules.version(), rules.source(),
					settings.periods().stream().sorted().toList(), settings.opensDay(), settings.closesDay(),
					MONTH_DAY.format(settings.finalOpens()), MONTH_DAY.format(settings.finalCloses()),
					settings.daysToSend(), settings.remindDays(), settings.enforced());
		}

	}

}
