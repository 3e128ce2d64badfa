package vn.wardkpi.attainment;

/**
 * Whether an indicator enters the headline: COUNTED does; BREAKDOWN ("trong đó") is
 * judged but not counted; GROUP has no value of its own, takes its verdict from its
 * sub-indicators, and is counted.
 */
public enum IndicatorRole {

	COUNTED, BREAKDOWN, GROUP

}
