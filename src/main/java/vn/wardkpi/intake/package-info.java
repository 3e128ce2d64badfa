/**
 * Files that people send to be kept: within size, what their names say, and past the
 * virus scanner. Where they are kept and who may see them is for others.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office" })
package vn.wardkpi.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
