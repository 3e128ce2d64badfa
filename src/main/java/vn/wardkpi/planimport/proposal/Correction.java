package vn.wardkpi.planimport.proposal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.Stated;

/**
 * What a person changed of one row before accepting it; {@code null} stays as understood.
 */
public record Correction(@Nullable String name, @Nullable String unit, Stated stated) {
}
