package vn.wardkpi.webui;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;

import vn.wardkpi.shared.Actor;

/**
 * Puts a failure into words that people read as a page and programs as a problem document
 * (RFC 9457), also where no controller is at work.
 */
@Component
class FailureWriter {

	static final String VIEW = "error/problem";

	private final JsonMapper json;

	private final ObjectProvider<ThymeleafViewResolver> views;

	private final LocaleResolver locales;

	FailureWriter(JsonMapper json, ObjectProvider<ThymeleafViewResolver> views, LocaleResolver locales) {
		this.json = json;
		this.views = views;
		this.locales = locales;
	}

	static ProblemDetail problem(Failure failure) {
		ProblemDetail problem = ProblemDetail.forStatus(failure.status());
		problem.setTitle(failure.title());
		problem.setDetail(failure.detail());
		if (!failure.errors().isEmpty()) {
			problem.setProperty("errors", failure.errors());
		}
		if (failure.incident() != null) {
			problem.setProperty("incident", failure.incident());
		}
		return problem;
	}

	/**
	 * @param actor who is signed in; none where the database does not answer, for the
	 * page's frame would count their notices
	 */
	static Map<String, @Nullable Object> page(Failure failure, @Nullable Actor actor) {
		Map<String, @Nullable Object> model = new LinkedHashMap<>();
		model.put("title", failure.title());
		model.put("detail", failure.detail());
		model.put("errors", failure.errors());
		model.put("incident", failure.incident());
		model.put("unavailable", failure.status() == 503);
		model.put("actor", actor);
		return model;
	}

	void write(Failure failure, Locale locale, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		response.setStatus(failure.status());
		failure.headers().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		if (ApiPaths.isApi(request)) {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream().write(this.json.writeValueAsBytes(problem(failure)));
			return;
		}
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, this.locales);
		try {
			View view = this.views.getObject().resolveViewName(VIEW, locale);
			if (view != null) {
				view.render(page(failure, null), request, response);
			}
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
