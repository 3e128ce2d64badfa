/**
 * Lists of units as authorities publish them: a file is read, what it changes is shown,
 * then done.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "ward", "ward :: change", "planimport", "planimport :: source", "webui" })
package vn.wardkpi.unitlist;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
