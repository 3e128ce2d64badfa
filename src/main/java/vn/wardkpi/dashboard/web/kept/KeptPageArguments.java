package vn.wardkpi.dashboard.web.kept;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.shared.Actor;

/**
 * Hands controllers of kept pages who asks for what.
 */
@Configuration(proxyBeanMethods = false)
class KeptPageArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == KeptPages.Request.class
				|| parameter.getParameterType() == OpenPages.Request.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		HttpServletRequest web = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		HttpServletResponse response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
		if (container != null && parameter.getParameterType() == OpenPages.Request.class) {
			return new OpenPages.Request(web, response, container.getModel());
		}
		if (container == null || !(container.getModel().get("actor") instanceof Actor actor)) {
			throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
		}
		return new KeptPages.Request(actor, web, response, container.getModel());
	}

}
