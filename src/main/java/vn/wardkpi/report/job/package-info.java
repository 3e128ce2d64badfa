/**
 * Reports of many wards at once, made in the background.
 */
@NullMarked
@NamedInterface("job")
package vn.wardkpi.report.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
