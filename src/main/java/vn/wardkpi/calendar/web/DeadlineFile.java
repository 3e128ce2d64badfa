package vn.wardkpi.calendar.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.calendar.Extension;
import vn.wardkpi.calendar.PeriodDates;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.ward.Ward;

/**
 * Writes deadlines as an iCalendar file (RFC 5545): one event of a whole day each, with a
 * reminder. Events keep their identity, so that a file that is read again moves them
 * instead of adding others.
 */
@Component
class DeadlineFile {

	private static final String HOST = "@ward-kpi";

	private final MessageSource messages;

	private final Clock clock;

	DeadlineFile(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	byte[] write(Deadlines deadlines, Ward ward, Locale locale) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Ward KPI//" + locale.getLanguage()));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		for (Deadlines.Row row : deadlines.rows()) {
			String period = text("enum.period." + row.period(), locale);
			String year = String.valueOf(deadlines.year());
			String id = ward.code() + "-" + year + "-" + row.period();
			PeriodDates dates = row.dates();
			calendar.add(event(id, dates.sendBy(),
					text("calendar.deadlines.event", locale, period, year, ward.displayName()),
					days(dates, dates.sendBy(), locale), deadlines.remindDays()));
			for (Extension extension : row.extensions()) {
				calendar.add(event(
						id + "-" + extension.leadUnit(), extension.until(), text("calendar.deadlines.event.extended",
								locale, period, year, ward.displayName(), extension.unitName()),
						days(dates, extension.until(), locale), deadlines.remindDays()));
			}
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			new CalendarOutputter().output(calendar, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private VEvent event(String id, LocalDate day, String summary, String description, int remindDays) {
		VEvent event = new VEvent(false);
		event.add(new Uid(id + HOST));
		event.add(new DtStamp(this.clock.instant()));
		event.add(new DtStart<>(day));
		event.add(new Summary(summary));
		event.add(new Description(description));
		event.add(ImmutableTransp.TRANSPARENT);
		VAlarm alarm = new VAlarm(Duration.ofDays(-remindDays));
		alarm.add(ImmutableAction.DISPLAY);
		alarm.add(new Description(summary));
		event.add(alarm);
		return event;
	}

	private String days(PeriodDates dates, LocalDate last, Locale locale) {
		return text("calendar.deadlines.event.text", locale, VietnameseDay.write(dates.opensOn(), locale),
				VietnameseDay.write(dates.closesOn(), locale), VietnameseDay.write(last, locale));
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
