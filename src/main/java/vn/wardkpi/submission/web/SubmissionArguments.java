package vn.wardkpi.submission.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.actual.ActualKey;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.webui.PathArgument;

/**
 * Hands controllers the key of the form, or of the figure, that their path names.
 */
@Configuration(proxyBeanMethods = false)
class SubmissionArguments implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PathArgument<>(SubmissionKey.class,
				(path) -> new SubmissionKey(path.id(), path.year(), path.period(), path.text("leadUnit"))));
		resolvers.add(new PathArgument<>(ActualKey.class,
				(path) -> new ActualKey(path.id(), path.text("no"), path.year(), path.period())));
	}

}
