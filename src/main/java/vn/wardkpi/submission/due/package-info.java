/**
 * Which lead unit owes which submission, and until when.
 */
@NullMarked
@NamedInterface("due")
package vn.wardkpi.submission.due;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
