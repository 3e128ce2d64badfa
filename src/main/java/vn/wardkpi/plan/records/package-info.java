/**
 * What stands on record under a plan, asked of those who keep the figures.
 */
@NullMarked
@NamedInterface("records")
package vn.wardkpi.plan.records;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
