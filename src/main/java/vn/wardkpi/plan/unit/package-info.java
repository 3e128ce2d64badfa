/**
 * What a ward's lead units answer for, and how it goes over from one to another.
 */
@NullMarked
@NamedInterface("unit")
package vn.wardkpi.plan.unit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
