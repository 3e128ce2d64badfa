package vn.wardkpi.ward.web;

import java.util.List;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardCatalog;

@Controller
class WardSearchController {

	private static final int MOST_SHOWN = 50;

	private final WardCatalog catalog;

	WardSearchController(WardCatalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/wards")
	String search(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String province, Model model) {
		find(q, province, model);
		model.addAttribute("provinces", this.catalog.provinces());
		return "ward/list";
	}

	@HxRequest(target = "ward-results")
	@GetMapping("/wards")
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
			found = this.catalog.search(q, within, MOST_SHOWN + 1);
		}
		else {
			found = (within != null) ? this.catalog.inForce(within) : this.catalog.withPlans();
		}
		boolean more = asked && found.size() > MOST_SHOWN;
		model.addAttribute("q", (q != null) ? q.strip() : "");
		model.addAttribute("province", within);
		model.addAttribute("narrowed", asked || within != null);
		model.addAttribute("wards", more ? found.subList(0, MOST_SHOWN) : found);
		model.addAttribute("more", more);
	}

}
