/**
 * Pages and API of annual plans.
 */
@NullMarked
package vn.wardkpi.plan.web.annual;

import org.jspecify.annotations.NullMarked;
