package vn.wardkpi.attainment;

/**
 * Which way an indicator should move. "Giảm còn 5,7%" is LOWER; "giảm 4%/năm", the size
 * of a reduction, is HIGHER.
 */
public enum Direction {

	HIGHER_IS_BETTER, LOWER_IS_BETTER

}
