package vn.wardkpi.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import vn.wardkpi.shared.BothLanguages;

/**
 * Says in Vietnamese and English why the embedded PostgreSQL cannot start and what to do,
 * instead of a stack trace.
 */
class EmbeddedStartFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedStartException> {

	private static final BothLanguages TEXTS = new BothLanguages("embedded");

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedStartException cause) {
		Object[] arguments = cause.arguments().toArray();
		String key = "embedded.failure." + cause.reason();
		return new FailureAnalysis(TEXTS.text(key, arguments), TEXTS.text(key + ".action", arguments), cause);
	}

}
