/**
 * An annual plan's year beside the same year of the five-year plan.
 */
@NullMarked
package vn.wardkpi.dashboard.web.annual;

import org.jspecify.annotations.NullMarked;
