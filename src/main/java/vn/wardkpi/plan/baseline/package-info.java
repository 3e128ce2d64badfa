/**
 * Baselines of a ward that was formed of others: what they are made of, and how.
 */
@NullMarked
@NamedInterface("baseline")
package vn.wardkpi.plan.baseline;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
