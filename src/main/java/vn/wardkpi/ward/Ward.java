package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * A commune-level unit, or a district of before 1/7/2025.
 *
 * @param name full official name: "Phường Từ Liêm"
 * @param illustrative whether the unit is invented and must be marked so
 * @param validFrom first day in this form, if known
 * @param validTo first day on which it is no more, if abolished
 * @param hasPlans whether a plan of it is stored
 */
public record Ward(WardCode code, String name, WardKind kind, String provinceCode, String provinceName,
		boolean illustrative, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, boolean hasPlans,
		List<Predecessor> predecessors) {

	public Ward {
		predecessors = List.copyOf(predecessors);
	}

	/**
	 * The name that is unique in the country, as used within a sentence: "phường Từ Liêm,
	 * Hà Nội".
	 */
	public String displayName() {
		return inSentence(this.name) + ", " + withoutKind(this.provinceName);
	}

	/**
	 * The name with its kind in lower case, as Vietnamese writes it within a sentence.
	 */
	public static String inSentence(String name) {
		return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	private static String withoutKind(String province) {
		for (String kind : List.of("Thành phố ", "Tỉnh ")) {
			if (province.startsWith(kind)) {
				return province.substring(kind.length());
			}
		}
		return province;
	}

	/**
	 * A unit that this one was made of.
	 *
	 * @param part whether only a part of it came here
	 * @param source the document that says so
	 */
	public record Predecessor(String name, String kind, boolean part, String source) {
	}

}
