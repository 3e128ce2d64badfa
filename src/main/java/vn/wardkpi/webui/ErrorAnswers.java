package vn.wardkpi.webui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

import vn.wardkpi.database.DatabaseOutage;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;

/**
 * Answers every error: a page to people, a problem document (RFC 9457) to programs.
 */
@Controller
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAnswers implements ErrorController {

	private static final Log log = LogFactory.getLog(ErrorAnswers.class);

	private final Failures failures;

	ErrorAnswers(Failures failures) {
		this.failures = failures;
	}

	@ExceptionHandler(Exception.class)
	@Nullable Object thrown(Exception cause, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (cause instanceof AccessDeniedException || cause instanceof AuthenticationException) {
			// The security filters know whether to ask for a sign-in or to refuse.
			throw cause;
		}
		if (DatabaseOutage.reason(cause) == null && DisconnectedClientHelper.isClientDisconnectedException(cause)) {
			return null;
		}
		if (response.isCommitted()) {
			// Nothing can be told any more. The container ends the connection, so that
			// the receiver does not take the part for the whole.
			if (DatabaseOutage.reason(cause) == null) {
				log.error("The answer to " + describe(request) + " broke off half-way");
			}
			throw cause;
		}
		if (response.containsHeader(HttpHeaders.CONTENT_DISPOSITION)) {
			// A file was begun; what is told instead is none.
			response.reset();
		}
		Failure refusal = refusal(request);
		if (refusal != null) {
			return answer(refusal, actor, request, response);
		}
		boolean api = ApiPaths.isApi(request);
		if (!api && cause instanceof MethodArgumentTypeMismatchException mismatch && isOfPath(mismatch, request)) {
			return answer(this.failures.of(404), actor, request, response);
		}
		boolean versioned = cause instanceof OptimisticLockingFailureException
				&& request.getHeader(HttpHeaders.IF_MATCH) != null;
		boolean outage = DatabaseOutage.reason(cause) != null;
		return answer(this.failures.of(cause, describe(request), versioned), outage ? null : actor, request, response);
	}

	private @Nullable Failure refusal(HttpServletRequest request) {
		RefusedException refused = FilterRefusal.of(request);
		return (refused != null) ? this.failures.of(refused, describe(request), false) : null;
	}

	/** A path with a word where a number belongs names nothing. */
	private static boolean isOfPath(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
		return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.containsKey(mismatch.getName());
	}

	@RequestMapping("/error")
	@Nullable Object dispatched(@Nullable Actor actor, HttpServletRequest request, HttpServletResponse response) {
		if (response.isCommitted()) {
			return null;
		}
		Failure refusal = refusal(request);
		if (refusal != null) {
			return answer(refusal, actor, request, response);
		}
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		int code = (status instanceof Integer number) ? number : 404;
		if (code == 500) {
			Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
			return answer(
					this.failures.unforeseen((cause instanceof Throwable thrown) ? thrown : null, describe(request)),
					actor, request, response);
		}
		return answer(this.failures.of(code), actor, request, response);
	}

	private static Object answer(Failure failure, @Nullable Actor actor, HttpServletRequest request,
			HttpServletResponse response) {
		if (ApiPaths.isApi(request)) {
			return problem(failure);
		}
		if (ApiPaths.isAsset(request)) {
			return text(failure);
		}
		List<String> retryAfter = failure.headers().getOrEmpty(HttpHeaders.RETRY_AFTER);
		retryAfter.forEach((seconds) -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
		return new ModelAndView(FailureWriter.VIEW, FailureWriter.page(failure, actor),
				HttpStatus.valueOf(failure.status()));
	}

	private static ResponseEntity<String> text(Failure failure) {
		return ResponseEntity.status(failure.status())
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.header("X-Content-Type-Options", "nosniff")
			.body(failure.title() + ". " + failure.detail());
	}

	private static ResponseEntity<ProblemDetail> problem(Failure failure) {
		return ResponseEntity.status(failure.status())
			.headers((headers) -> headers.putAll(failure.headers()))
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(FailureWriter.problem(failure));
	}

	private static String describe(HttpServletRequest request) {
		return request.getMethod() + " " + ApiPaths.requested(request);
	}

}
