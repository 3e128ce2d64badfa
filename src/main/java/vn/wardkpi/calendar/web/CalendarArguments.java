package vn.wardkpi.calendar.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.webui.PathArgument;

/**
 * Hands controllers the period of a year that their path names.
 */
@Configuration(proxyBeanMethods = false)
class CalendarArguments implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PathArgument<>(YearPeriod.class, (path) -> new YearPeriod(path.year(), path.period())));
	}

}
