package vn.wardkpi.calendar.web;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.CalendarSettings;
import vn.wardkpi.calendar.PeriodDates;
import vn.wardkpi.calendar.SettingsDraft;
import vn.wardkpi.calendar.WardCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.shared.VietnameseDay;

/**
 * What is typed on the calendar's page, right or wrong.
 */
final class CalendarForms {

	private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})");

	private CalendarForms() {
	}

	/** Reads 14/12/2026, 14-12-2026 and 2026-12-14. */
	static @Nullable LocalDate day(@Nullable String typed) {
		String text = text(typed);
		return TypedDay.readIso(text).or(() -> TypedDay.read(text.replaceAll("[.-]", "/"))).orElse(null);
	}

	static @Nullable Integer whole(@Nullable String typed) {
		String text = (typed != null) ? typed.strip() : "";
		return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
	}

	private static @Nullable MonthDay monthDay(@Nullable String typed) {
		Matcher parts = MONTH_DAY.matcher((typed != null) ? typed.strip() : "");
		if (!parts.matches()) {
			return null;
		}
		int day = Integer.parseInt(parts.group(1));
		int month = Integer.parseInt(parts.group(2));
		boolean real = month >= 1 && month <= 12 && day >= 1 && day <= java.time.Month.of(month).maxLength();
		return real ? MonthDay.of(month, day) : null;
	}

	private static String text(MonthDay day) {
		return day.getDayOfMonth() + "/" + day.getMonthValue();
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

	/**
	 * The ward's rules.
	 *
	 * @param confirmed "true" from who has seen that days will lock
	 */
	record Rules(@Nullable List<String> periods, @Nullable String opensDay, @Nullable String closesDay,
			@Nullable String finalOpens, @Nullable String finalCloses, @Nullable String daysToSend,
			@Nullable String remindDays, @Nullable String enforced, @Nullable String version,
			@Nullable String confirmed) {

		public static Rules of(CalendarSettings settings) {
			return new Rules(settings.periods().stream().map(Enum::name).toList(), String.valueOf(settings.opensDay()),
					String.valueOf(settings.closesDay()), text(settings.finalOpens()), text(settings.finalCloses()),
					String.valueOf(settings.daysToSend()), String.valueOf(settings.remindDays()),
					settings.enforced() ? "true" : null, String.valueOf(settings.version()), null);
		}

		SettingsDraft draft() {
			Set<ReportingPeriod> chosen = Stream.of(ReportingPeriod.values())
				.filter((period) -> uses(period.name()))
				.collect(Collectors.toSet());
			Integer from = whole(this.version);
			return new SettingsDraft(chosen, whole(this.opensDay), whole(this.closesDay), monthDay(this.finalOpens),
					monthDay(this.finalCloses), whole(this.daysToSend), whole(this.remindDays), isEnforced(),
					(from != null) ? from : -1);
		}

		public boolean uses(String period) {
			return this.periods != null && this.periods.contains(period);
		}

		public boolean isEnforced() {
			return "true".equals(this.enforced);
		}

		boolean isConfirmed() {
			return "true".equals(this.confirmed);
		}

	}

	/**
	 * Days of a single period.
	 *
	 * @param version that of the days it has of its own, empty if it has none
	 */
	record Days(@Nullable String opensOn, @Nullable String closesOn, @Nullable String version) {
	}

	/**
	 * More time for a lead unit.
	 */
	record More(@Nullable String leadUnit, @Nullable String period, @Nullable String until, @Nullable String reason) {

		public YearPeriod of(int year) {
			return Stream.of(ReportingPeriod.values())
				.filter((one) -> one.name().equals(this.period))
				.findFirst()
				.map((one) -> new YearPeriod(year, one))
				.orElseThrow(() -> new RefusedException(Kind.INVALID, "input", List.of(),
						List.of(new FieldProblem("period", Problem.error("required")))));
		}

	}

	/**
	 * A period in the year's table, with its form.
	 *
	 * @param version that of its own days, {@code null} if they are by rule
	 */
	record Row(PeriodDates dates, @Nullable Integer version, String opensOn, String closesOn) {

		public static Row of(WardCalendar days, YearPeriod of, Answer answer) {
			PeriodDates dates = days.dates(of);
			WardCalendar.OwnDates own = days.own().get(of);
			Integer version = (own != null) ? own.version() : null;
			if (answer.form() instanceof Days typed && answer.isAbout(of.period().name())) {
				return new Row(dates, version, text(typed.opensOn()), text(typed.closesOn()));
			}
			return new Row(dates, version, shown(dates.opensOn()), shown(dates.closesOn()));
		}

		private static String shown(LocalDate day) {
			return VietnameseDay.write(day, LocaleContextHolder.getLocale());
		}

		public String id() {
			return this.dates.of().period().name();
		}

	}

	/**
	 * What came of a form that was sent, if any was.
	 *
	 * @param about which form: "rules", "more" or a period's name
	 * @param stale that somebody else was faster, in words
	 * @param errors what is wrong by field, in words
	 * @param toConfirm whether it is right but has to be confirmed
	 */
	record Answer(String about, @Nullable Record form, @Nullable String stale, Map<String, String> errors,
			boolean toConfirm) {

		static final Answer NONE = new Answer("", null, null, Map.of(), false);

		public static Answer of(String about, @Nullable Record form) {
			return new Answer(about, form, null, Map.of(), false);
		}

		static Answer confirm(Rules form) {
			return new Answer("rules", form, null, Map.of(), true);
		}

		/** What was typed gives way to what is stored now. */
		Answer stale(String message) {
			return new Answer("", null, message, Map.of(), false);
		}

		Answer with(List<FieldProblem> problems, Function<Problem, String> words) {
			Map<String, String> found = new LinkedHashMap<>();
			problems.forEach((one) -> found.putIfAbsent(Objects.requireNonNullElse(one.field(), ""),
					words.apply(one.problem())));
			return new Answer(this.about, this.form, null, found, false);
		}

		public boolean isAbout(String which) {
			return this.about.equals(which);
		}

		/** What is wrong with a field of a form. */
		public List<String> errors(String which, String field) {
			String error = isAbout(which) ? this.errors.get(field) : null;
			return (error != null) ? List.of(error) : List.of();
		}

		Rules rules(CalendarSettings stored) {
			return (this.form instanceof Rules typed) ? typed : Rules.of(stored);
		}

		More more() {
			return (this.form instanceof More typed) ? typed : new More("", "", "", "");
		}

	}

}
