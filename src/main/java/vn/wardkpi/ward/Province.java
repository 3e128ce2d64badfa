package vn.wardkpi.ward;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A province or a city directly under the government.
 *
 * @param formerName what it was called before {@code renamedOn}, if it was renamed
 */
public record Province(String code, String name, String kind, @Nullable String formerName,
		@Nullable LocalDate renamedOn) {
}
