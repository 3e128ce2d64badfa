package vn.wardkpi.dashboard.web.api;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Sends answers that were written before.
 */
@Component
class WrittenAnswers extends AbstractHttpMessageConverter<Written<?>> {

	static {
		SpringDocUtils.getConfig().addResponseWrapperToIgnore(Written.class);
	}

	WrittenAnswers() {
		super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
	}

	@Override
	protected boolean supports(Class<?> type) {
		return Written.class == type;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected Written<?> readInternal(Class<? extends Written<?>> type, HttpInputMessage input) {
		throw new HttpMessageNotReadableException("Answers are not read", input);
	}

	@Override
	protected Long getContentLength(Written<?> answer, @Nullable MediaType mediaType) {
		return (long) answer.length();
	}

	@Override
	protected void writeInternal(Written<?> answer, HttpOutputMessage output) throws IOException {
		answer.writeTo(output.getBody());
	}

}
