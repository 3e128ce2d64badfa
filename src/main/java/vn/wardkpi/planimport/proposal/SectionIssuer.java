package vn.wardkpi.planimport.proposal;

import java.util.Optional;
import java.util.regex.Pattern;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.shared.SearchKey;

/**
 * Whose targets stand in a section whose words say who set them: "A. Chỉ tiêu Thành phố
 * giao". A file that states everything of a row states its issuers too.
 */
public final class SectionIssuer {

	private static final Pattern CITY = Pattern
		.compile("(thanh pho|\\btp\\b|tinh|cap tren|trung uong)( \\w+){0,2} giao\\b");

	private static final Pattern PARTY = Pattern.compile("nghi quyet (cua )?dai hoi|dai hoi (dang bo|dai bieu) .*giao");

	private static final Pattern COUNCIL = Pattern.compile(
			"(hdnd|hoi dong nhan dan)( \\w+){0,3} (giao|quyet)|\\b(phuong|xa|dac khu)( \\w+){0,2} (giao|phan dau)\\b");

	private SectionIssuer() {
	}

	public static Optional<Issuer> of(AnnexRow row) {
		String field = row.field();
		if (field == null || row.stated().direction() != null) {
			return Optional.empty();
		}
		String key = SearchKey.of(field);
		boolean city = CITY.matcher(key).find();
		boolean council = COUNCIL.matcher(key).find();
		boolean party = PARTY.matcher(key).find();
		if ((city ? 1 : 0) + (council ? 1 : 0) + (party ? 1 : 0) != 1) {
			return Optional.empty();
		}
		return Optional.of(city ? Issuer.CITY : council ? Issuer.WARD_COUNCIL : Issuer.PARTY_CONGRESS);
	}

}
