/**
 * An uploaded file becomes tables of texts as the office sees them; nothing here knows
 * what the tables mean.
 */
@NullMarked
@NamedInterface("source")
package vn.wardkpi.planimport.source;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
