/**
 * The rows of an annex become a plan that is proposed, each inference with its reason.
 */
@NullMarked
@NamedInterface("proposal")
package vn.wardkpi.planimport.proposal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
