package vn.wardkpi.dashboard.web.data;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A column of the file, in its order, named as the components of {@link DataRow}.
 */
enum DataColumn {

	NO("string", DataRow::no), NAME("string", DataRow::name), UNIT("string", DataRow::unit),
	FIELD("string", DataRow::field), ROLE("string", DataRow::role), YEAR("year", DataRow::year),
	ISSUER("string", DataRow::issuer), TARGET("string", DataRow::target), COMPARATOR("string", DataRow::comparator),
	VALUE("number", DataRow::value), UPPER("number", DataRow::upper), ACTUAL("number", DataRow::actual),
	NUMERATOR("number", DataRow::numerator), DENOMINATOR("number", DataRow::denominator),
	PERIOD("string", DataRow::period), VERDICT("string", DataRow::verdict),
	PROVISIONAL("boolean", DataRow::provisional), OVERRIDDEN("boolean", DataRow::overridden),
	COMPLETION("number", DataRow::completion), GAP("number", DataRow::gap);

	private final String type;

	@SuppressWarnings("ImmutableEnumChecker")
	private final Function<DataRow, @Nullable Object> read;

	DataColumn(String type, Function<DataRow, @Nullable Object> read) {
		this.type = type;
		this.read = read;
	}

	String title() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Its type in a table schema. */
	String type() {
		return this.type;
	}

	/** Empty where there is nothing; decimals as they are stored, with a point. */
	String text(DataRow row) {
		Object value = this.read.apply(row);
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		return (value != null) ? value.toString() : "";
	}

	boolean isTyped() {
		return !this.type.equals("string");
	}

}
