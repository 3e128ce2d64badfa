/**
 * Which plans are shown to people without an account.
 */
@NullMarked
@NamedInterface("publicpage")
package vn.wardkpi.plan.publicpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
