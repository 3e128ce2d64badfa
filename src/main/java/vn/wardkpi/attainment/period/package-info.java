/**
 * The run of a plan's years: value to date, what is required, projection, course.
 */
@NullMarked
@NamedInterface("period")
package vn.wardkpi.attainment.period;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
