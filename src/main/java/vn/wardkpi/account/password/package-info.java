/**
 * What a password must be and how it is kept; knows no account.
 */
@NullMarked
package vn.wardkpi.account.password;

import org.jspecify.annotations.NullMarked;
