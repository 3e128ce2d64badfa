package vn.wardkpi.webui;

import org.jspecify.annotations.Nullable;

/**
 * Decides what an issuer is called: a xã has no HĐND phường, and where the province is a
 * tỉnh no Thành phố assigns anything.
 */
public final class IssuerNames {

	private static final String PREFIX = "enum.issuer.";

	private IssuerNames() {
	}

	/**
	 * The key of the message.
	 * @param issuer WARD_COUNCIL, CITY or PARTY_CONGRESS
	 * @param wardKind PHUONG, XA, DAC_KHU, QUAN or HUYEN; {@code null} where wards of
	 * several kinds are meant
	 * @param province name of the ward's province with its kind; {@code null} for several
	 */
	public static String key(Object issuer, @Nullable Object wardKind, @Nullable String province) {
		return switch (issuer.toString()) {
			case "WARD_COUNCIL" -> PREFIX + issuer + "." + ((wardKind != null) ? wardKind : "ANY");
			case "CITY" -> PREFIX + issuer + "." + level(province);
			default -> PREFIX + issuer;
		};
	}

	private static String level(@Nullable String province) {
		if (province == null) {
			return "ANY";
		}
		return province.startsWith("Tỉnh ") ? "PROVINCE" : "CITY";
	}

}
