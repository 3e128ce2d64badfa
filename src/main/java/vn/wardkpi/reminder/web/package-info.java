/**
 * Pages of notices and of what is due.
 */
@NullMarked
package vn.wardkpi.reminder.web;

import org.jspecify.annotations.NullMarked;
