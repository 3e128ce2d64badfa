package vn.wardkpi.ward.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

@Controller
class WardSearchController {

	private static final int MOST_SHOWN = 50;

	private final Wards wards;

	private final WardSearch search;

	private final Clock clock;

	WardSearchController(Wards wards, WardSearch search, Clock clock) {
		this.wards = wards;
		this.search = search;
		this.clock = clock;
	}

	@GetMapping("/wards")
	String search(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String province, Model model) {
		find(q, province, model);
		model.addAttribute("provinces", this.wards.provinces());
		return "ward/list";
	}

	@GetMapping(path = "/wards", headers = "HX-Target=ward-results")
	String searchAsTyped(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String province, Model model) {
		find(q, province, model);
		return "ward/list :: results";
	}

	private void find(@Nullable String q, @Nullable String province, Model model) {
		String within = StringUtils.hasText(province) ? province.strip() : null;
		boolean asked = StringUtils.hasText(q);
		List<Ward> found;
		if (q != null && asked) {
			found = this.search.search(q, within, MOST_SHOWN + 1);
		}
		else {
			found = (within != null) ? this.wards.inForce(within, LocalDate.now(this.clock))
					: this.search.withPlans(MOST_SHOWN + 1);
		}
		// Those of a province are all shown.
		boolean more = (asked || within == null) && found.size() > MOST_SHOWN;
		model.addAttribute("q", (q != null) ? q.strip() : "");
		model.addAttribute("province", within);
		model.addAttribute("narrowed", asked || within != null);
		model.addAttribute("wards", more ? found.subList(0, MOST_SHOWN) : found);
		model.addAttribute("planned", (asked || within != null) ? this.search.planned(found)
				: found.stream().map(Ward::code).collect(Collectors.toSet()));
		model.addAttribute("more", more);
	}

}
