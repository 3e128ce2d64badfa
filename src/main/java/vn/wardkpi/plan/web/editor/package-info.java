/**
 * A whole plan as a table that its ward's administrators write in.
 */
@NullMarked
package vn.wardkpi.plan.web.editor;

import org.jspecify.annotations.NullMarked;
