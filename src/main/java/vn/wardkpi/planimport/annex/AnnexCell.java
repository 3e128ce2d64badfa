package vn.wardkpi.planimport.annex;

import vn.wardkpi.planimport.source.Place;

/**
 * A text of an annex and where it stands.
 */
public record AnnexCell(String text, Place place) {
}
