package vn.wardkpi.planimport;

import java.util.UUID;

/**
 * The plan of a draft was stored, or put in the place of the one that was there.
 */
public record DraftStored(UUID draft, long planId) {
}
