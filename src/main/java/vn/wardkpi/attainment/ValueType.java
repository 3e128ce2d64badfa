package vn.wardkpi.attainment;

/**
 * How a value is entered and shown. PERCENT values are percent points (66.7); RATIO is
 * x/y.
 */
public enum ValueType {

	AMOUNT, PERCENT, COUNT, RATIO, QUALITATIVE

}
