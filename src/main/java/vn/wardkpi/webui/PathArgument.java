package vn.wardkpi.webui;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * Hands controllers one value that several variables of the path make up.
 */
public final class PathArgument<T> implements HandlerMethodArgumentResolver {

	private final Class<T> type;

	private final Function<Variables, T> read;

	public PathArgument(Class<T> type, Function<Variables, T> read) {
		this.type = type;
		this.read = read;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == this.type;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		@SuppressWarnings("unchecked")
		Map<String, String> values = (Map<String, String>) request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		return this.read.apply(new Variables((values != null) ? values : Map.of(), parameter));
	}

	/**
	 * The variables of a path.
	 *
	 * @param parameter for which they are read, as errors name it
	 */
	public record Variables(Map<String, String> values, MethodParameter parameter) {

		/** The plan's. */
		public long id() {
			return number("id", Long.class, Long::valueOf);
		}

		public int year() {
			return number("year", Integer.class, Integer::valueOf);
		}

		public ReportingPeriod period() {
			return PeriodNames.require(text("period"));
		}

		public String text(String name) {
			return Objects.requireNonNull(this.values.get(name));
		}

		/** A variable that not every path of the method has. */
		public @Nullable String textIfAny(String name) {
			return this.values.get(name);
		}

		private <N> N number(String name, Class<N> type, Function<String, N> read) {
			String text = text(name);
			try {
				return read.apply(text);
			}
			catch (NumberFormatException ex) {
				throw new MethodArgumentTypeMismatchException(text, type, name, this.parameter, ex);
			}
		}

	}

}
