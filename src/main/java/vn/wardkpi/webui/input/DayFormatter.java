package vn.wardkpi.webui.input;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

import vn.wardkpi.shared.TypedDay;

/**
 * Days in addresses and forms: the same for every caller, whatever the language.
 */
class DayFormatter implements Formatter<LocalDate> {

	private final Function<String, Optional<LocalDate>> reading;

	DayFormatter(Function<String, Optional<LocalDate>> reading) {
		this.reading = reading;
	}

	@Override
	public LocalDate parse(String text, Locale locale) throws ParseException {
		return this.reading.apply(text).orElseThrow(() -> new ParseException("No day", 0));
	}

	@Override
	public String print(LocalDate day, Locale locale) {
		return day.toString();
	}

	/**
	 * Where a format is asked for, it is that of programs.
	 */
	static class Annotated implements AnnotationFormatterFactory<DateTimeFormat> {

		@Override
		public Set<Class<?>> getFieldTypes() {
			return Set.of(LocalDate.class);
		}

		@Override
		public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
			return new DayFormatter(TypedDay::readIso);
		}

		@Override
		public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
			return new DayFormatter(TypedDay::readIso);
		}

	}

}
