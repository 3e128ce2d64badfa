package vn.wardkpi.evidence.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.evidence.EvidenceKey;
import vn.wardkpi.webui.PathArgument;

/**
 * Hands controllers the key of the figure whose files their path names.
 */
@Configuration(proxyBeanMethods = false)
class EvidenceArguments implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PathArgument<>(EvidenceKey.class,
				(path) -> new EvidenceKey(path.id(), path.text("no"), path.year(), path.period())));
	}

}
