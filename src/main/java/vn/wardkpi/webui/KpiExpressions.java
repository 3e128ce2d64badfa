package vn.wardkpi.webui;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.web.util.UriComponentsBuilder;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * How figures, days and verdicts are written on pages: {@code #kpi} in templates. Numbers
 * are written the Vietnamese way in both languages, as they stand in the documents they
 * come from.
 */
public final class KpiExpressions {

	private static final String NONE = "–";

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private final MessageSource messages;

	private final Locale locale;

	private final Clock clock;

	private final ZoneId zone;

	private final String path;

	private final @Nullable String query;

	KpiExpressions(MessageSource messages, Locale locale, Clock clock, String path, @Nullable String query) {
		this.messages = messages;
		this.locale = locale;
		this.clock = clock;
		this.zone = clock.getZone();
		this.path = path;
		this.query = query;
	}

	/**
	 * With all the decimals the value has: "9.923,5"; a dash for nothing.
	 */
	public String number(@Nullable BigDecimal value) {
		return (value != null) ? VietnameseNumber.write(value) : NONE;
	}

	/**
	 * With at least this many decimals; nothing is rounded away.
	 */
	public String number(@Nullable BigDecimal value, int decimals) {
		return (value != null) ? VietnameseNumber.write(value, decimals) : NONE;
	}

	/**
	 * With its sign, "+0,4" or "−0,7"; zero has none.
	 */
	public String signed(@Nullable BigDecimal value, int decimals) {
		if (value == null) {
			return NONE;
		}
		String sign = (value.signum() > 0) ? "+" : ((value.signum() < 0) ? "−" : "");
		return sign + VietnameseNumber.write(value.abs(), decimals);
	}

	public String date(@Nullable LocalDate day) {
		return (day != null) ? VietnameseDay.write(day, this.locale) : NONE;
	}

	public String date(@Nullable Instant instant) {
		return (instant != null) ? date(LocalDate.ofInstant(instant, this.zone)) : NONE;
	}

	public String dateTime(@Nullable Instant instant) {
		return (instant != null) ? MINUTE.format(instant.atZone(this.zone)) + " " + date(instant) : NONE;
	}

	/** The day on which the page is made, or printed. */
	public String today() {
		return date(LocalDate.now(this.clock));
	}

	/**
	 * "Đạt"; "Ước đạt" where provisional.
	 */
	public String verdict(Verdict verdict, boolean provisional) {
		String key = "enum.verdict." + verdict;
		String plain = this.messages.getMessage(key, null, this.locale);
		if (!provisional) {
			return plain;
		}
		String estimated = this.messages.getMessage(key + ".provisional", null, plain, this.locale);
		return (estimated != null) ? estimated : plain;
	}

	/**
	 * As {@link IssuerNames} decides it.
	 */
	public String issuerKey(Object issuer, @Nullable Object wardKind, @Nullable String province) {
		return IssuerNames.key(issuer, wardKind, province);
	}

	public String icon(Verdict verdict) {
		return switch (verdict) {
			case EXCEEDED -> "▲";
			case MET -> "✓";
			case NOT_MET -> "✕";
			case IN_PROGRESS -> "◷";
			case NO_DATA -> "○";
			case NOT_ASSIGNED -> "–";
		};
	}

	public String icon(Course course) {
		return switch (course) {
			case ACHIEVED -> "▲";
			case ON_COURSE -> "✓";
			case LAGGING -> "◷";
			case OFF_COURSE -> "✕";
			case REVERSING -> "▼";
			case NOT_ASSESSABLE -> "○";
		};
	}

	/**
	 * The present page's address in another language.
	 */
	public String inLanguage(String language) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(this.path);
		if (this.query != null) {
			address.query(this.query);
		}
		return address.replaceQueryParam("lang", language).build().toUriString();
	}

}
