package vn.wardkpi.submission.web.entry;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.webui.PathArgument;

@Configuration(proxyBeanMethods = false)
class SheetArguments implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PathArgument<>(SheetAddress.class,
				(path) -> new SheetAddress(path.id(), path.year(), path.period(), path.textIfAny("leadUnit"))));
	}

}
