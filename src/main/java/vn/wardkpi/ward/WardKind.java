package vn.wardkpi.ward;

/**
 * Kinds of units; a quận or huyện is one abolished on 1/7/2025.
 */
public enum WardKind {

	PHUONG, XA, DAC_KHU, QUAN, HUYEN

}
