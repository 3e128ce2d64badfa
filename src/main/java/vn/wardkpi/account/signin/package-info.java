/**
 * Signing in, the session, and what slows down guessing.
 */
@NullMarked
package vn.wardkpi.account.signin;

import org.jspecify.annotations.NullMarked;
