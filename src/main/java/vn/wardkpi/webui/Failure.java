package vn.wardkpi.webui;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * An error on its way to a person or a program.
 *
 * @param status HTTP status
 * @param detail what went wrong and what to do
 * @param errors what is wrong with single fields
 * @param incident number under which the log has the cause, where only the log has it
 * @param headers headers that belong to the status, such as Allow
 */
record Failure(int status, String title, String detail, List<FieldError> errors, @Nullable String incident,
		HttpHeaders headers) {

	Failure {
		errors = List.copyOf(errors);
	}

	/**
	 * One entry of the API's {@code errors}.
	 */
	public record FieldError(@Nullable String field, String code, String message) {
	}

}
