package vn.wardkpi.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in Vietnamese and English why the embedded PostgreSQL cannot start and what to do,
 * instead of a stack trace.
 */
class EmbeddedStartFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedStartException cause) {
		Object[] arguments = cause.arguments().toArray();
		String key = "embedded.failure." + cause.reason();
		return new FailureAnalysis(BothLanguages.text(key, arguments), BothLanguages.text(key + ".action", arguments),
				cause);
	}

}
