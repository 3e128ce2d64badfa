package vn.wardkpi.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * A ward's reporting days for those who have to keep them, to read and as a file for
 * their own calendars.
 */
@Controller
@RequestMapping("/wards/{code}/deadlines")
class DeadlinesController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final ReportingCalendar calendar;

	private final Wards wards;

	private final DeadlineFile file;

	private final Clock clock;

	DeadlinesController(ReportingCalendar calendar, Wards wards, DeadlineFile file, Clock clock) {
		this.calendar = calendar;
		this.wards = wards;
		this.file = file;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@PathVariable WardCode code, @RequestParam(required = false) @Nullable Integer year,
			Actor actor) {
		Ward ward = ward(code, actor);
		LocalDate today = LocalDate.now(this.clock);
		Deadlines deadlines = deadlines(code, year, actor);
		return new ModelAndView("calendar/deadlines").addObject("ward", ward)
			.addObject("illustrative", ward.illustrative())
			.addObject("deadlines", deadlines)
			.addObject("today", today);
	}

	@GetMapping("/file")
	ResponseEntity<byte[]> file(@PathVariable WardCode code, @RequestParam(required = false) @Nullable Integer year,
			Actor actor, Locale locale) {
		Ward ward = ward(code, actor);
		Deadlines deadlines = deadlines(code, year, actor);
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("han-bao-cao-" + code + "-" + deadlines.year() + ".ics")
						.build()
						.toString())
			.body(this.file.write(deadlines, ward, locale));
	}

	private Deadlines deadlines(WardCode code, @Nullable Integer year, Actor actor) {
		return Deadlines.of(this.calendar.of(code), CalendarYears.shown(year, LocalDate.now(this.clock)), actor);
	}

	private Ward ward(WardCode code, Actor actor) {
		Ward ward = this.wards.require(code);
		if (!actor.maySeeDrafts(code)) {
			throw new RefusedException(Kind.FORBIDDEN, "calendar.read");
		}
		return ward;
	}

}
