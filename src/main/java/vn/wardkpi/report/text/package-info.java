/**
 * The sentences of a report, each from a template, written only from what is approved.
 */
@NullMarked
package vn.wardkpi.report.text;

import org.jspecify.annotations.NullMarked;
