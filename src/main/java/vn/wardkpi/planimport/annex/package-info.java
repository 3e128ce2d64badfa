/**
 * Tables become the rows of an annex: which column is what, which row belongs to which,
 * who answers for it; and what in them cannot be so read.
 */
@NullMarked
@NamedInterface("annex")
package vn.wardkpi.planimport.annex;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
