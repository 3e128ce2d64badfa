/**
 * The page and API by which a baseline is made of predecessors' figures.
 */
@NullMarked
package vn.wardkpi.plan.web.baseline;

import org.jspecify.annotations.NullMarked;
