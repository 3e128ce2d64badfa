package vn.wardkpi.webui;

import vn.wardkpi.shared.Problem.Severity;

/**
 * A problem as the API answers it, in the caller's language.
 */
public record ProblemView(Severity severity, String code, String message) {
}
