/**
 * The page on which a ward's reporting days are kept.
 */
@NullMarked
package vn.wardkpi.calendar.web;

import org.jspecify.annotations.NullMarked;
