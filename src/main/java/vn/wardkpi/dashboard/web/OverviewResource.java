package vn.wardkpi.dashboard.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * The headlines of many wards side by side: not in this version, and nothing is invented
 * in its place.
 */
@RestController
@RequestMapping("/api/v1/overview")
class OverviewResource {

	@GetMapping
	void overview() {
		throw new RefusedException(Kind.NOT_IMPLEMENTED, "overview");
	}

}
