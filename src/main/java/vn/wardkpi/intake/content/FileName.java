package vn.wardkpi.intake.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A file's name without folders, composed (NFC), on one line, and without characters that
 * nobody sees or that turn the text around ("gpj.exe").
 */
public record FileName(String text) {

	static final int LONGEST = 150;

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029\\ufffd]");

	private static final Pattern RESERVED = Pattern.compile("[\"*:<>?|]");

	/**
	 * @param sent as the browser named it
	 * @throws RefusedException UNSUPPORTED if it has no ending, so that nobody could open
	 * it
	 */
	public static FileName of(String sent) {
		String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
		name = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
		name = RESERVED.matcher(name).replaceAll("_").strip().replaceAll("\\s+", " ").replaceAll("^\\.+", "");
		int dot = name.lastIndexOf('.');
		if (dot < 1 || dot == name.length() - 1) {
			throw new RefusedException(Kind.UNSUPPORTED, "evidence.unknown");
		}
		String ending = name.substring(dot);
		String stem = name.substring(0, dot).strip();
		int room = Math.max(LONGEST - ending.length(), 1);
		if (stem.length() > room) {
			stem = stem.substring(0, stem.offsetByCodePoints(0, stem.codePointCount(0, room) - 1)).strip();
		}
		return new FileName(stem + ending);
	}

	String ending() {
		return this.text.substring(this.text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

}
