package vn.wardkpi.ward.web;

/**
 * Which unit of which ward a page's form is about.
 *
 * @param code the ward's
 * @param unit the lead unit's code
 */
record LeadUnitAddress(String code, String unit) {
}
