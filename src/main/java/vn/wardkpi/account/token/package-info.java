/**
 * Personal tokens for programs.
 */
@NullMarked
package vn.wardkpi.account.token;

import org.jspecify.annotations.NullMarked;
