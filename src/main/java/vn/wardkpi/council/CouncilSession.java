package vn.wardkpi.council;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * A session of a ward's council (kỳ họp).
 *
 * @param date the day it is held
 * @param asOf the day whose targets and approved figures it saw
 */
public record CouncilSession(long id, WardCode ward, String title, LocalDate date, LocalDate asOf,
		@Nullable String agenda) {
}
