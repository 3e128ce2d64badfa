package vn.wardkpi.report.content;

import java.util.List;

import vn.wardkpi.attainment.Issuer;

/**
 * What a report of somebody's choice is of. An empty list chooses all there are of
 * indicators, and of years and issuers the one that is reported on.
 *
 * @param indicators their numbers
 */
public record Selection(List<String> indicators, List<Integer> years, List<Issuer> issuers) {

	public static final Selection NONE = new Selection(List.of(), List.of(), List.of());

	public Selection {
		indicators = List.copyOf(indicators);
		years = years.stream().distinct().sorted().toList();
		issuers = issuers.stream().distinct().sorted().toList();
	}

}
