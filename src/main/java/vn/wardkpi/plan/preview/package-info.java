/**
 * What a change of a plan would come to, asked of those who know the figures.
 */
@NullMarked
@NamedInterface("preview")
package vn.wardkpi.plan.preview;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
