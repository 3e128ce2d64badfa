/**
 * Signing in, the session, changing one's own password, and what slows down guessing.
 */
@NullMarked
package vn.wardkpi.account.signin;

import org.jspecify.annotations.NullMarked;
