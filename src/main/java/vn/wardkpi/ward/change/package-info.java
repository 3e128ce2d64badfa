/**
 * Wards over time: what a new list of units changes, what they were made of and what came
 * of them.
 */
@NullMarked
@NamedInterface("change")
package vn.wardkpi.ward.change;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
