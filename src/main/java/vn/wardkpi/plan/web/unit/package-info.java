/**
 * The page and API by which single indicators go over from one lead unit to another.
 */
@NullMarked
package vn.wardkpi.plan.web.unit;

import org.jspecify.annotations.NullMarked;
