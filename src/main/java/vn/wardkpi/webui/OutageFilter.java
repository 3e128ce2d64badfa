package vn.wardkpi.webui;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.CloseNowException;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

import vn.wardkpi.database.DatabaseOutage;

/**
 * Answers 503 where the database does not answer outside of any controller: when a
 * session is read or stored, somebody signs in, or a page is being written. Nothing that
 * makes the answer asks the database again. An answer that is under way already is broken
 * off, so that nobody takes the part for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

	/** What the filters inside have said about every answer. */
	private static final List<String> KEPT = List.of("Content-Security-Policy", "X-Content-Type-Options",
			"X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy",
			"Strict-Transport-Security", HttpHeaders.CACHE_CONTROL);

	private static final Log log = LogFactory.getLog(OutageFilter.class);

	private final Failures failures;

	private final FailureWriter writer;

	private final LocaleResolver locales;

	OutageFilter(Failures failures, FailureWriter writer, LocaleResolver locales) {
		this.failures = failures;
		this.writer = writer;
		this.locales = locales;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			String reason = DatabaseOutage.reason(ex);
			if (reason == null) {
				throw ex;
			}
			if (response.isCommitted()) {
				log.error("The answer to " + describe(request) + " broke off half-way: " + reason);
				throw new CloseNowException(ex);
			}
			answer(reason, request, response);
		}
	}

	@Override
	protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		doFilterInternal(request, response, chain);
	}

	private void answer(String reason, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		Map<String, String> kept = new LinkedHashMap<>();
		for (String name : KEPT) {
			String value = response.getHeader(name);
			if (value != null) {
				kept.put(name, value);
			}
		}
		response.reset();
		kept.forEach(response::setHeader);
		Locale locale = this.locales.resolveLocale(request);
		LocaleContextHolder.setLocale(locale);
		try {
			this.writer.write(this.failures.outage(reason, describe(request)), locale, request, response);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	private static String describe(HttpServletRequest request) {
		return request.getMethod() + " " + ApiPaths.requested(request);
	}

}
