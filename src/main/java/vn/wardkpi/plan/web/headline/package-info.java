/**
 * Pages and API of the headlines that reports published.
 */
@NullMarked
package vn.wardkpi.plan.web.headline;

import org.jspecify.annotations.NullMarked;
