package vn.wardkpi.webui;

import java.time.Clock;

import tools.jackson.core.StreamWriteFeature;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class WebUiConfiguration implements WebMvcConfigurer {

	@Bean
	LocaleResolver localeResolver() {
		return new Languages();
	}

	@Bean
	KpiDialect kpiDialect(MessageSource messages, Clock clock, ObjectProvider<NavigationItem> items) {
		return new KpiDialect(messages, clock, items.orderedStream().toList());
	}

	@Bean
	WebMvcRegistrations indexedHandlers() {
		return new WebMvcRegistrations() {

			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new IndexedHandlerMapping();
			}

		};
	}

	/**
	 * Decimals as they are stored, never as 1E+3.
	 */
	@Bean
	JsonMapperBuilderCustomizer plainDecimals() {
		return (json) -> json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor language = new LocaleChangeInterceptor();
		language.setParamName("lang");
		language.setIgnoreInvalidLocale(true);
		registry.addInterceptor(language).excludePathPatterns("/api/**");
	}

}
