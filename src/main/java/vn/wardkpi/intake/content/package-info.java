/**
 * What a file is, by its content, and what makes it unwelcome.
 */
@NullMarked
@NamedInterface("content")
package vn.wardkpi.intake.content;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
