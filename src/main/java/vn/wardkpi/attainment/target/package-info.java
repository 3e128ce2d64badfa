/**
 * A target's text becomes a comparison: the grammar, the comparators, the target as
 * parsed.
 */
@NullMarked
@NamedInterface("target")
package vn.wardkpi.attainment.target;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
