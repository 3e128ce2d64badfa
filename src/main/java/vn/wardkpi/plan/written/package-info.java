/**
 * How a plan is written into a file beside what an annex prints: what those who write
 * plans and those who read them again must agree on.
 */
@NullMarked
@NamedInterface("written")
package vn.wardkpi.plan.written;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
