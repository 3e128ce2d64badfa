package vn.wardkpi.actual.web;

import java.util.List;
import java.util.stream.Stream;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reporting periods as paths name them.
 */
final class Periods {

	private Periods() {
	}

	static ReportingPeriod require(String name) {
		return Stream.of(ReportingPeriod.values())
			.filter((period) -> period.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "period.unknown", name));
	}

	static List<ReportingPeriod> all() {
		return List.of(ReportingPeriod.values());
	}

}
