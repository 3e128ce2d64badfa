package vn.wardkpi.webui.input;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import org.apache.catalina.core.StandardHost;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.wardkpi.shared.TypedDay;

@Configuration(proxyBeanMethods = false)
class InputConfiguration implements WebMvcConfigurer {

	/** After what says how the bytes are to be read, before all that read them. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	@Bean
	FilterRegistrationBean<InputFilter> inputFilter() {
		FilterRegistrationBean<InputFilter> filter = new FilterRegistrationBean<>(new InputFilter());
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
		filter.setOrder(ORDER);
		return filter;
	}

	/**
	 * What is whole is given whole: 10.5 is no year and no count, and is not cut to one.
	 */
	@Bean
	JsonMapperBuilderCustomizer strictJson() {
		return (json) -> json.addModule(new StrictJson()).disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatter(new DayFormatter(TypedDay::read));
		registry.addFormatterForFieldAnnotation(new DayFormatter.Annotated());
	}

	/**
	 * The valve that is nearest to the program reports first.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort(MessageSource messages, JsonMapper json) {
		return (server) -> server.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(LastResort.class.getName());
				host.getPipeline().addValve(new LastResort(messages, json));
			}
		});
	}

}
