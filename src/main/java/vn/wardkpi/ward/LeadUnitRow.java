package vn.wardkpi.ward;

/**
 * A lead unit as others refer to it.
 */
public record LeadUnitRow(long id, String code, String name) {
}
