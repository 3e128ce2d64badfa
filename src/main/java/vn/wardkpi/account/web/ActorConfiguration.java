package vn.wardkpi.account.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.shared.Actor;

/**
 * Hands controllers and pages the {@link Actor} who is signed in.
 */
@Configuration(proxyBeanMethods = false)
class ActorConfiguration implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ActorArgument());
	}

	static @Nullable Actor current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SessionUser account)
				? account.actor() : null;
	}

	private static final class ActorArgument implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Actor.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			Actor actor = current();
			if (actor == null && !parameter.isOptional()) {
				throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
			}
			return actor;
		}

	}

	/**
	 * Puts the actor on every page's model, null when signed out.
	 */
	@ControllerAdvice(annotations = Controller.class)
	static class ActorAttribute {

		@ModelAttribute("actor")
		@Nullable Actor actor() {
			return current();
		}

	}

}
