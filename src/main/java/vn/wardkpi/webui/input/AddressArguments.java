package vn.wardkpi.webui.input;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

import vn.wardkpi.webui.FromAddress;

/**
 * Hands controllers what a page's address asks for.
 */
@Configuration(proxyBeanMethods = false)
class AddressArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	private final HandlerMethodArgumentResolver binding = new ServletModelAttributeMethodProcessor(true);

	private final Map<Class<?>, Object> nothing = new ConcurrentHashMap<>();

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(FromAddress.class);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
		HttpServletRequest web = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		if (web.getQueryString() == null) {
			return this.nothing.computeIfAbsent(parameter.getParameterType(), AddressArguments::empty);
		}
		return this.binding.resolveArgument(parameter, container, request, binders);
	}

	private static Object empty(Class<?> type) {
		return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type),
				new Object[type.getRecordComponents().length]);
	}

}
