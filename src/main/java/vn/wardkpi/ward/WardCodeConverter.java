package vn.wardkpi.ward;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * Stores ward codes as text, in every module's entities.
 */
@Converter(autoApply = true)
class WardCodeConverter implements AttributeConverter<WardCode, String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable WardCode code) {
		return (code != null) ? code.value() : null;
	}

	@Override
	public @Nullable WardCode convertToEntityAttribute(@Nullable String value) {
		return (value != null) ? new WardCode(value) : null;
	}

}
