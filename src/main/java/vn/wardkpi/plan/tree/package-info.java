/**
 * What must hold between the indicators of a plan.
 */
@NullMarked
@NamedInterface("tree")
package vn.wardkpi.plan.tree;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
