package vn.wardkpi.webui;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.DataBinder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

import vn.wardkpi.database.DatabaseOutage;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.webui.Failure.FieldError;

/**
 * Says in the caller's language what an exception means to them. What nobody foresaw gets
 * an incident number; its cause goes to the log alone.
 */
@Component
class Failures {

	private static final Log log = LogFactory.getLog(Failures.class);

	/** Classes of SQLSTATE. */
	private static final String DATA_EXCEPTION = "22";

	private static final String CHECK_VIOLATION = "23514";

	private static final int LONGEST_LINE = 300;

	private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 415, 422, 428,
			429, 500, 501, 503);

	private static final String RETRY_AFTER_SECONDS = "10";

	private final ProblemMessages messages;

	Failures(ProblemMessages messages) {
		this.messages = messages;
	}

	/**
	 * @param request what was asked, for the log
	 * @param versioned whether the request named the version it changes (If-Match)
	 */
	Failure of(Throwable cause, String request, boolean versioned) {
		if (cause instanceof RefusedException refused) {
			return refused(refused);
		}
		String outage = DatabaseOutage.reason(cause);
		if (outage != null) {
			return outage(outage, request);
		}
		if (cause instanceof OptimisticLockingFailureException) {
			return of(versioned ? 412 : 409);
		}
		if (cause instanceof DataIntegrityViolationException violation) {
			return violation(violation, request);
		}
		if (cause instanceof RequestRejectedException || isOfBinding(cause)) {
			return of(400);
		}
		if (cause instanceof MaxUploadSizeExceededException) {
			return of(413);
		}
		if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
			return field(mismatch.getName(), "type-mismatch");
		}
		if (cause instanceof MissingServletRequestParameterException missing) {
			return field(missing.getParameterName(), "missing");
		}
		if (cause instanceof MissingServletRequestPartException missing) {
			return field(missing.getRequestPartName(), "missing");
		}
		if (cause instanceof HttpMessageNotReadableException unreadable) {
			Throwable inner = NestedExceptionUtils.getMostSpecificCause(unreadable);
			return (inner instanceof RefusedException refused) ? refused(refused) : unreadable(unreadable);
		}
		if (cause instanceof BindException unbound) {
			return unbound.getFieldErrors()
				.stream()
				.filter((error) -> error.isBindingFailure())
				.findFirst()
				.map((error) -> field(error.getField(), "type-mismatch"))
				.orElseGet(() -> of(422));
		}
		if (cause instanceof HandlerMethodValidationException) {
			return of(422);
		}
		if (cause instanceof TypeMismatchException || cause instanceof MultipartException) {
			return of(400);
		}
		if (cause instanceof ErrorResponse response && response.getStatusCode().value() < 500) {
			return of(response.getStatusCode().value(), response.getHeaders());
		}
		return unforeseen(cause, request);
	}

	/**
	 * An error of which only the status is known.
	 */
	Failure of(int status) {
		return of(status, headers(status));
	}

	/**
	 * @param reason what the database said, on one line
	 */
	Failure outage(String reason, String request) {
		log.error("The database did not answer " + request + ": " + reason);
		return of(503);
	}

	Failure unforeseen(@Nullable Throwable cause, String request) {
		String outage = DatabaseOutage.reason(cause);
		if (outage != null) {
			return outage(outage, request);
		}
		String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
		log.error("Incident " + incident + " at " + request, cause);
		Failure plain = of(500);
		return new Failure(plain.status(), plain.title(), plain.detail(), List.of(), incident, plain.headers());
	}

	/**
	 * What the checks before let through: one line tells of it, for it is to be mended
	 * there.
	 */
	private Failure violation(DataIntegrityViolationException violation, String request) {
		Throwable cause = violation.getMostSpecificCause();
		String state = (cause instanceof SQLException sql) ? String.valueOf(sql.getSQLState()) : "";
		String what = FreeText.shortened(String.valueOf(cause.getMessage()).replaceAll("\\s+", " "), LONGEST_LINE);
		log.warn("The database refused " + request + " (" + state + "): " + what);
		if (state.startsWith(DATA_EXCEPTION)) {
			return of(400);
		}
		return of(state.equals(CHECK_VIOLATION) ? 422 : 409);
	}

	/**
	 * Whether it was thrown while the request's parameters were put into a form, and not
	 * by what the program does with them.
	 */
	private static boolean isOfBinding(Throwable cause) {
		return Arrays.stream(cause.getStackTrace())
			.map(StackTraceElement::getClassName)
			.filter((name) -> name.startsWith("vn.wardkpi.") || name.equals(DataBinder.class.getName()))
			.findFirst()
			.filter((name) -> name.equals(DataBinder.class.getName()))
			.isPresent();
	}

	private Failure of(int status, HttpHeaders headers) {
		int told = TOLD.contains(status) ? status : ((status < 500) ? 400 : 500);
		return new Failure(status, title(told), this.messages.text("webui.error." + told + ".detail"), List.of(), null,
				headers);
	}

	private Failure refused(RefusedException refused) {
		List<FieldError> errors = refused.fields()
			.stream()
			.map((field) -> new FieldError(field.field(), field.problem().code(), this.messages.message(field)))
			.toList();
		int status = refused.kind().status();
		return new Failure(status, title(status), this.messages.message(refused), errors, null, headers(status));
	}

	private Failure field(String sent, String code) {
		String name = FreeText.echo(sent);
		String message = this.messages.text("webui.field." + code, name);
		return new Failure(400, title(400), message, List.of(new FieldError(name, code, message)), null,
				HttpHeaders.EMPTY);
	}

	private Failure unreadable(HttpMessageNotReadableException unreadable) {
		String at = "";
		if (unreadable.getCause() instanceof JacksonException json) {
			at = String.join(".",
					json.getPath()
						.stream()
						.map(JacksonException.Reference::getPropertyName)
						.filter(java.util.Objects::nonNull)
						.toList());
			at = FreeText.echo(at);
		}
		if (at.isEmpty()) {
			return new Failure(400, title(400), this.messages.text("webui.field.unreadable"), List.of(), null,
					HttpHeaders.EMPTY);
		}
		boolean unstorable = unreadable.getCause() instanceof InvalidFormatException wrong
				&& wrong.getTargetType() == String.class;
		String message = this.messages.text(unstorable ? "webui.field.unstorable-at" : "webui.field.unreadable-at", at);
		String code = unstorable ? "text-unstorable" : "type-mismatch";
		return new Failure(400, title(400), message, List.of(new FieldError(at, code, message)), null,
				HttpHeaders.EMPTY);
	}

	private static HttpHeaders headers(int status) {
		HttpHeaders headers = new HttpHeaders();
		if (status == 503) {
			headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		return headers;
	}

	private String title(int status) {
		return this.messages.text("webui.error." + status + ".title");
	}

}
