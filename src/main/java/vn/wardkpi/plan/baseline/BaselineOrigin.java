package vn.wardkpi.plan.baseline;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of which units' figures a baseline is made, and how.
 *
 * @param source where the figures stand, if it was said
 */
public record BaselineOrigin(Method method, List<Part> parts, @Nullable String source) {

	private static final JsonMapper JSON = JsonMapper.shared();

	public BaselineOrigin {
		parts = List.copyOf(parts);
	}

	/**
	 * What {@link #written()} wrote.
	 */
	public static @Nullable BaselineOrigin read(@Nullable String written) {
		return (written != null) ? JSON.readValue(written, BaselineOrigin.class) : null;
	}

	/**
	 * What a file says of it, if it is one as {@link #written()} writes them.
	 */
	public static @Nullable String known(@Nullable String said) {
		try {
			BaselineOrigin read = read(said);
			return (read != null && read.method() != null) ? read.written() : null;
		}
		catch (JacksonException ex) {
			// Something else, which says nothing.
			return null;
		}
	}

	/**
	 * As it is stored.
	 */
	public String written() {
		return JSON.writeValueAsString(this);
	}

	/** "Phường A: 12,5; Phường B: 3", with the weights where there are any. */
	public String listed() {
		return this.parts.stream().map(Part::listed).collect(Collectors.joining("; "));
	}

	/** How the figures of the units make one. */
	public enum Method {

		/** Their sum, of an amount or a count. */
		SUM,

		/** Their mean, each with the weight that a person gave. */
		WEIGHTED,

		/** They make none: the baseline is shown and never reckoned with. */
		NOT_COMPARABLE

	}

	/**
	 * @param ward code of the unit, where it has one here
	 * @param text the figure as published
	 * @param value {@code null} where the text is no number
	 * @param weight of a weighted mean alone
	 * @param weightText as it was written
	 */
	public record Part(@Nullable String ward, String name, String text, @Nullable BigDecimal value,
			@Nullable BigDecimal weight, @Nullable String weightText) {

		String listed() {
			return this.name + ": " + this.text + ((this.weightText != null) ? " × " + this.weightText : "");
		}

	}

}
