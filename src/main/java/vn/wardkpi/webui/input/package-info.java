/**
 * What comes in is looked at before anybody reads it: whether it can be read and kept at
 * all, and is not larger than it may be.
 */
@NullMarked
package vn.wardkpi.webui.input;

import org.jspecify.annotations.NullMarked;
