package vn.wardkpi.webui;

import java.util.stream.Stream;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reporting periods as addresses name them.
 */
public final class PeriodNames {

	private PeriodNames() {
	}

	public static ReportingPeriod require(String name) {
		return Stream.of(ReportingPeriod.values())
			.filter((period) -> period.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "period.unknown", name));
	}

}
