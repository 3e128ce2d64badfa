package vn.wardkpi.webui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.shared.VietnameseDay;

/**
 * Problems and refusals in words, in the language of the present request.
 */
@Component
public class ProblemMessages {

	private static final Pattern VIETNAMESE_DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");

	private final MessageSource messages;

	ProblemMessages(MessageSource messages) {
		this.messages = messages;
	}

	public String message(Problem problem) {
		return this.messages.getMessage(problem.messageKey(), shown(problem.arguments()),
				LocaleContextHolder.getLocale());
	}

	/**
	 * In the words of its field where there are any: "Hãy ghi lý do.", for a list of
	 * errors at the top of a page does not show beside which field each one stands.
	 */
	public String message(FieldProblem field) {
		Problem problem = field.problem();
		String own = this.messages.getMessage(problem.messageKey() + "." + field.field(), shown(problem.arguments()),
				"", LocaleContextHolder.getLocale());
		return (own != null && !own.isEmpty()) ? own : message(problem);
	}

	/**
	 * What was refused and what to do, such as "Kế hoạch không có chỉ tiêu số 99. …"; the
	 * general sentence of its kind where the refusal has none of its own.
	 */
	public String message(RefusedException refused) {
		String own = this.messages.getMessage("refused." + refused.code(), shown(refused.arguments()), "",
				LocaleContextHolder.getLocale());
		return (own != null && !own.isEmpty()) ? own : text("webui.error." + refused.kind().status() + ".detail");
	}

	/**
	 * What is wrong, by field in the order in which it was found.
	 */
	public Map<String, List<String>> byField(RefusedException refused) {
		return refused.fields()
			.stream()
			.collect(Collectors.groupingBy((field) -> String.valueOf(field.field()), LinkedHashMap::new,
					Collectors.mapping((field) -> message(field), Collectors.toList())));
	}

	public ProblemView view(Problem problem) {
		return new ProblemView(problem.severity(), problem.code(), message(problem));
	}

	/** Days among what is told are written as the reader writes them. */
	private static Object[] shown(List<String> arguments) {
		return arguments.stream()
			.map((argument) -> VIETNAMESE_DAY.matcher(argument).matches() ? TypedDay.read(argument)
				.map((day) -> VietnameseDay.write(day, LocaleContextHolder.getLocale()))
				.orElse(argument) : argument)
			.toArray();
	}

	public String text(String key, String... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
