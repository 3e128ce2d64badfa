/**
 * What everybody may see of a ward without an account, where its administrators opened
 * it.
 */
@NullMarked
package vn.wardkpi.dashboard.web.open;

import org.jspecify.annotations.NullMarked;
