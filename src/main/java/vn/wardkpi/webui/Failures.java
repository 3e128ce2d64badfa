package vn.wardkpi.webui;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.webui.Failure.FieldError;

/**
 * Says in the caller's language what an exception means to them. What nobody foresaw gets
 * an incident number; its cause goes to the log alone.
 */
@Component
class Failures {

	private static final Log log = LogFactory.getLog(Failures.class);

	private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429,
			500, 501, 503);

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
		if (cause instanceof OptimisticLockingFailureException) {
			return of(versioned ? 412 : 409);
		}
		if (cause instanceof DataIntegrityViolationException) {
			log.warn("A constraint of the database refused " + request, cause);
			return of(409);
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
			return unreadable(unreadable);
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
		return of(status, HttpHeaders.EMPTY);
	}

	Failure unforeseen(@Nullable Throwable cause, String request) {
		String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
		log.error("Incident " + incident + " at " + request, cause);
		Failure plain = of(500);
		return new Failure(plain.status(), plain.title(), plain.detail(), List.of(), incident, plain.headers());
	}

	private Failure of(int status, HttpHeaders headers) {
		int told = TOLD.contains(status) ? status : ((status < 500) ? 400 : 500);
		return new Failure(status, title(told), this.messages.text("webui.error." + told + ".detail"), List.of(), null,
				headers);
	}

	private Failure refused(RefusedException refused) {
		List<FieldError> errors = refused.fields()
			.stream()
			.map((field) -> new FieldError(field.field(), field.problem().code(),
					this.messages.message(field.problem())))
			.toList();
		int status = refused.kind().status();
		return new Failure(status, title(status), this.messages.message(refused), errors, null, HttpHeaders.EMPTY);
	}

	private Failure field(String name, String code) {
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
		}
		if (at.isEmpty()) {
			return new Failure(400, title(400), this.messages.text("webui.field.unreadable"), List.of(), null,
					HttpHeaders.EMPTY);
		}
		String message = this.messages.text("webui.field.unreadable-at", at);
		return new Failure(400, title(400), message, List.of(new FieldError(at, "type-mismatch", message)), null,
				HttpHeaders.EMPTY);
	}

	private String title(int status) {
		return this.messages.text("webui.error." + status + ".title");
	}

}
