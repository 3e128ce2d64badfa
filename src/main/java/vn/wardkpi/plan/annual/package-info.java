/**
 * Annual plans made from a year of a five-year plan.
 */
@NullMarked
@NamedInterface("annual")
package vn.wardkpi.plan.annual;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
