package vn.wardkpi.webui.input;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.TypedDay;

/**
 * Texts that can be kept, and days that there are.
 */
final class StrictJson extends SimpleModule {

	private static final long serialVersionUID = 1L;

	StrictJson() {
		super("strict-json");
		addDeserializer(String.class, new TextReader());
		addDeserializer(LocalDate.class, new DayReader());
	}

	private static final class TextReader extends StringDeserializer {

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) {
			String text = super.deserialize(parser, context);
			if (text != null && !FreeText.isStorable(text)) {
				throw context.weirdStringException(text, String.class, "holds what no text can hold");
			}
			return text;
		}

	}

	private static final class DayReader extends StdScalarDeserializer<LocalDate> {

		private DayReader() {
			super(LocalDate.class);
		}

		@Override
		public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.currentToken() != JsonToken.VALUE_STRING) {
				return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
			}
			String text = parser.getString();
			if (text.isBlank()) {
				return null;
			}
			return TypedDay.readIso(text)
				.orElseThrow(() -> context.weirdStringException(text, LocalDate.class, "is no day"));
		}

	}

}
