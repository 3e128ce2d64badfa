package vn.wardkpi.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import vn.wardkpi.account.password.PasswordRules;

/**
 * Says at start what to set, without a stack trace.
 */
class FirstAdministratorFailureAnalyzer extends AbstractFailureAnalyzer<FirstAdministratorRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FirstAdministratorRefusedException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Set WARD_KPI_ADMIN_USERNAME (small letters, digits, '.', '_', '-'; 2 to 63 characters) and "
						+ "WARD_KPI_ADMIN_PASSWORD (at least " + PasswordRules.SHORTEST
						+ " characters, neither common nor a name known to all, such as four random words).",
				cause);
	}

}
