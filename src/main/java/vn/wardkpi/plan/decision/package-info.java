/**
 * Decisions that set targets of a plan: read as typed, checked like an import, stored.
 */
@NullMarked
@NamedInterface("decision")
package vn.wardkpi.plan.decision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
