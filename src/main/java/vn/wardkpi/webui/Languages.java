package vn.wardkpi.webui;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Vietnamese unless somebody chose English: on pages by a switch that a cookie remembers,
 * whatever the browser's own language; for programs by Accept-Language.
 */
final class Languages implements LocaleResolver {

	static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final CookieLocaleResolver cookie = new CookieLocaleResolver("ward-kpi-language");

	Languages() {
		this.cookie.setDefaultLocale(VIETNAMESE);
		this.cookie.setCookieMaxAge(Duration.ofDays(365));
		this.cookie.setCookieHttpOnly(true);
		this.cookie.setCookieSameSite("Lax");
		this.cookie.setRejectInvalidCookies(false);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (ApiPaths.isApi(request)) {
			return (request.getHeader("Accept-Language") != null) ? spoken(request.getLocale()) : VIETNAMESE;
		}
		return spoken(this.cookie.resolveLocale(request));
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		if (response != null && !ApiPaths.isApi(request)) {
			this.cookie.setLocale(request, response, spoken((locale != null) ? locale : VIETNAMESE));
		}
	}

	private static Locale spoken(Locale asked) {
		return asked.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAMESE;
	}

}
