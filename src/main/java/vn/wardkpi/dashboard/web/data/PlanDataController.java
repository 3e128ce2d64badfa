package vn.wardkpi.dashboard.web.data;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.dashboard.web.data.PlanData.Asked;
import vn.wardkpi.shared.Actor;

/**
 * The links of pages: the API's own address asks for a token.
 */
@Controller
class PlanDataController {

	private final PlanData data;

	PlanDataController(PlanData data) {
		this.data = data;
	}

	@GetMapping("/plans/{id}/data")
	ResponseEntity<byte[]> data(@PathVariable long id, @RequestParam String format, Actor actor) {
		return this.data.send(new Asked(id, format, format.equals("csv"), null), null, actor);
	}

}
