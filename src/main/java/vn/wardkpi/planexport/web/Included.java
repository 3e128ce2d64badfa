package vn.wardkpi.planexport.web;

/**
 * What may be asked for besides the plan's annex.
 */
enum Included {

	/** Targets that stand in the plan's text alone. */
	SUPPLEMENTARY

}
