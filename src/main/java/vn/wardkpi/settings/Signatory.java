package vn.wardkpi.settings;

import java.util.Arrays;
import java.util.List;

/**
 * Who signs a report.
 *
 * @param function as it stands above the signature, its lines set apart by "/": "TM. ỦY
 * BAN NHÂN DÂN / CHỦ TỊCH"
 * @param name empty where it is left open
 */
public record Signatory(String function, String name) {

	/** The function, a line each. */
	public List<String> lines() {
		return Arrays.stream(this.function.split("/")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	@Override
	public String toString() {
		return this.name.isEmpty() ? this.function : this.function + " – " + this.name;
	}

}
