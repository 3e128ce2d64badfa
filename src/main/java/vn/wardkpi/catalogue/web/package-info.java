/**
 * Pages and calls of the catalogue.
 */
@NullMarked
package vn.wardkpi.catalogue.web;

import org.jspecify.annotations.NullMarked;
