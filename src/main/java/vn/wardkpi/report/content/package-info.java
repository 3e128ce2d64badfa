/**
 * What a report says, whatever file it becomes.
 */
@NullMarked
package vn.wardkpi.report.content;

import org.jspecify.annotations.NullMarked;
