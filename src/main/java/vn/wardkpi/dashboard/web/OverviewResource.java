package vn.wardkpi.dashboard.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Headlines of many wards: part of the contract, and answered 501 until it is built.
 */
@RestController
class OverviewResource {

	@GetMapping("/api/v1/overview")
	void overview() {
		throw new RefusedException(Kind.NOT_IMPLEMENTED, "overview");
	}

}
