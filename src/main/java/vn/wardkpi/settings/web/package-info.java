/**
 * The pages and calls by which settings are read and changed.
 */
@NullMarked
package vn.wardkpi.settings.web;

import org.jspecify.annotations.NullMarked;
