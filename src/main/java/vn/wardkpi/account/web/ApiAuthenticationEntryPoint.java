package vn.wardkpi.account.web;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

import vn.wardkpi.account.signin.TooManyAttemptsException;

/**
 * Tells programs that are not let in why, as a problem document in their language. The
 * challenge names Bearer alone: at Basic, browsers open a window of their own.
 */
@Component
class ApiAuthenticationEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final JsonMapper json;

	private final MessageSource messages;

	private final LocaleResolver locales;

	ApiAuthenticationEntryPoint(JsonMapper json, MessageSource messages, LocaleResolver locales) {
		this.json = json;
		this.messages = messages;
		this.locales = locales;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		if (exception instanceof TooManyAttemptsException tooMany) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
			refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "slow-down", tooMany.minutes());
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ward KPI\"");
		boolean nothingSent = exception instanceof InsufficientAuthenticationException;
		refuse(request, response, HttpStatus.UNAUTHORIZED, nothingSent ? "signed-out" : "wrong-credentials");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		refuse(request, response, HttpStatus.FORBIDDEN,
				Admission.mustChangePassword() ? "must-change-password" : "forbidden");
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code,
			Object... arguments) throws IOException {
		Locale locale = this.locales.resolveLocale(request);
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setTitle(this.messages.getMessage("account.api." + code + ".title", arguments, locale));
		problem.setDetail(this.messages.getMessage("account.api." + code + ".detail", arguments, locale));
		problem.setInstance(URI.create(request.getRequestURI()));
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
	}

}
