package vn.wardkpi.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import vn.wardkpi.shared.BothLanguages;

/**
 * Says in Vietnamese and English that the data is of an earlier build and what to do,
 * instead of a stack trace.
 */
class EarlierBuildFailureAnalyzer extends AbstractFailureAnalyzer<EarlierBuildException> {

	private static final BothLanguages TEXTS = new BothLanguages("database");

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EarlierBuildException cause) {
		return new FailureAnalysis(TEXTS.text("database.earlier-build", cause.address()),
				TEXTS.text("database.earlier-build.action"), cause);
	}

}
