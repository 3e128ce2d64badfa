package vn.wardkpi.account.web;

import org.springframework.validation.BindingResult;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Puts a refusal beside the fields it is about.
 */
final class FieldErrors {

	private FieldErrors() {
	}

	/**
	 * @throws RefusedException the same again, if it is not about input
	 */
	static void show(RefusedException refusal, BindingResult errors) {
		if (refusal.kind() != Kind.INVALID || refusal.fields().isEmpty()) {
			throw refusal;
		}
		for (FieldProblem problem : refusal.fields()) {
			Object[] arguments = problem.problem().arguments().toArray();
			if (problem.field() != null && errors.getFieldType(problem.field()) != null) {
				errors.rejectValue(problem.field(), problem.problem().messageKey(), arguments, null);
			}
			else {
				errors.reject(problem.problem().messageKey(), arguments, null);
			}
		}
	}

}
