/**
 * What a ward may choose for itself, and the installation for all wards that choose
 * nothing. The rules by which figures are judged are no settings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "intake", "intake :: content", "webui" })
package vn.wardkpi.settings;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
