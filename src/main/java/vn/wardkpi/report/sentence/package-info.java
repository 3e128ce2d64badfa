/**
 * The sentences of reports: the program's own, and those that a ward writes in their
 * place.
 */
@NullMarked
package vn.wardkpi.report.sentence;

import org.jspecify.annotations.NullMarked;
