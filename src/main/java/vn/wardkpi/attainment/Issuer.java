package vn.wardkpi.attainment;

/**
 * Who set a target: the ward's people's council (HĐND), the city or province (pháp lệnh),
 * or the Party congress.
 */
public enum Issuer {

	WARD_COUNCIL, CITY, PARTY_CONGRESS

}
