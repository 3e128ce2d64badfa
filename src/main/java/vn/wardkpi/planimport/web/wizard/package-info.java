/**
 * The wizard between an uploaded file and the stored plan: the file as it looks beside
 * what was understood of it, what is asked, and what a person says.
 */
@NullMarked
package vn.wardkpi.planimport.web.wizard;

import org.jspecify.annotations.NullMarked;
