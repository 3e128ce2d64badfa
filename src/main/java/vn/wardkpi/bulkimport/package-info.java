/**
 * Many wards' annexes at once: a zip is unpacked, each file matched to its ward and
 * proposed by itself in the background; what has no open question is stored when an
 * administrator says so.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "ward", "plan", "office", "planimport", "planimport :: proposal",
		"planimport :: annex", "planimport :: source", "webui" })
package vn.wardkpi.bulkimport;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
