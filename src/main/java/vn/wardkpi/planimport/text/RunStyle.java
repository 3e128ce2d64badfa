package vn.wardkpi.planimport.text;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a piece of text is written, as far as that changes what it says.
 *
 * @param font its name, if known
 */
public record RunStyle(@Nullable String font, boolean struck, boolean hidden, boolean raised) {

	public static final RunStyle PLAIN = new RunStyle(null, false, false, false);

	public RunStyle lowered() {
		return new RunStyle(this.font, this.struck, this.hidden, false);
	}

	public boolean isSymbols() {
		return "Symbol".equalsIgnoreCase(this.font);
	}

	/** Fonts of before Unicode say by their names what the bytes mean. */
	public LegacyEncoding encoding() {
		String name = (this.font != null) ? this.font.toLowerCase(Locale.ROOT) : "";
		if (name.startsWith(".vn")) {
			return LegacyEncoding.TCVN3;
		}
		return name.startsWith("vni-") ? LegacyEncoding.VNI : LegacyEncoding.NONE;
	}

	/** ".VnTimeH" shows small letters as capitals. */
	public boolean isCapitals() {
		return this.font != null && this.font.startsWith(".Vn") && this.font.endsWith("H");
	}

}
