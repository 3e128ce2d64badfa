package vn.wardkpi.webui.language;

import java.util.Set;

import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

	private static final int PRECEDENCE = 1000;

	@Bean
	static BeanPostProcessor markedMessagesInTemplates(ObjectProvider<MessageSource> messages) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof SpringTemplateEngine engine) {
					engine.setTemplateEngineMessageSource(new MarkedMessages(messages.getObject()));
				}
				return bean;
			}
		};
	}

	@Bean
	IPostProcessorDialect languageOfParts() {
		return new Dialect();
	}

	private static final class Dialect extends AbstractDialect implements IPostProcessorDialect {

		private Dialect() {
			super("Language of parts");
		}

		@Override
		public int getDialectPostProcessorPrecedence() {
			return PRECEDENCE;
		}

		@Override
		public Set<IPostProcessor> getPostProcessors() {
			return Set.of(new PostProcessor(TemplateMode.HTML, LanguageOfParts.class, PRECEDENCE));
		}

	}

}
