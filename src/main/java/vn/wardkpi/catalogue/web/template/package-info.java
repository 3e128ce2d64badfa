/**
 * Pages and calls of the templates.
 */
@NullMarked
package vn.wardkpi.catalogue.web.template;

import org.jspecify.annotations.NullMarked;
