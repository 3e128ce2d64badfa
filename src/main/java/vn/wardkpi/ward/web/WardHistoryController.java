package vn.wardkpi.ward.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.ward.change.WardHistories;

/**
 * What a ward was called and made of, and what came of it.
 */
@Controller
class WardHistoryController {

	private final Wards wards;

	private final WardHistories histories;

	WardHistoryController(Wards wards, WardHistories histories) {
		this.wards = wards;
		this.histories = histories;
	}

	@GetMapping("/wards/{code}/history")
	String show(@PathVariable String code, Model model) {
		Ward ward = this.wards.require(code);
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("history", this.histories.of(ward.code()));
		return "ward/history";
	}

}
