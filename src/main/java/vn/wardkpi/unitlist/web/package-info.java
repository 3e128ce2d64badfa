/**
 * Page and call of lists of units.
 */
@NullMarked
package vn.wardkpi.unitlist.web;

import org.jspecify.annotations.NullMarked;
