/**
 * Value types that every module speaks: codes, Vietnamese numbers, who is acting, what
 * was changed. No Spring, no database.
 */
@NullMarked
package vn.wardkpi.shared;

import org.jspecify.annotations.NullMarked;
