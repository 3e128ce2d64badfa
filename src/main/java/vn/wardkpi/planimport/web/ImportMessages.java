package vn.wardkpi.planimport.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.Inferred;
import vn.wardkpi.planimport.web.ImportView.ImportProblemView;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Problems and reasons in words, in the language of the present request.
 */
@Component
public class ImportMessages {

	private final MessageSource messages;

	private final ProblemMessages problems;

	ImportMessages(MessageSource messages, ProblemMessages problems) {
		this.messages = messages;
		this.problems = problems;
	}

	public String why(Inferred inferred) {
		return text(inferred.messageKey(), inferred.arguments().toArray());
	}

	public ImportProblemView view(ImportProblem problem) {
		return new ImportProblemView(problem.problem().severity(), problem.problem().code(),
				this.problems.message(problem.problem()), problem.no(), problem.place().sheet(), problem.place().row(),
				problem.place().column(), problem.place().cell());
	}

	public String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
