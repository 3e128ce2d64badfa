/**
 * Signing in at a provider (OpenID Connect) where one is configured: who somebody is, the
 * provider says; what they may do is kept here.
 */
@NullMarked
package vn.wardkpi.account.oidc;

import org.jspecify.annotations.NullMarked;
