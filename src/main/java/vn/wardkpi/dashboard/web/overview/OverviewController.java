package vn.wardkpi.dashboard.web.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.catalogue.Catalogue;
import vn.wardkpi.catalogue.Definition;
import vn.wardkpi.dashboard.overview.Overview;
import vn.wardkpi.dashboard.overview.OverviewQuery;
import vn.wardkpi.dashboard.overview.OverviewQuery.Linked;
import vn.wardkpi.dashboard.overview.OverviewQuery.Order;
import vn.wardkpi.dashboard.web.kept.KeptPages;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.ward.Province;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;
import vn.wardkpi.webui.FromAddress;

/**
 * The wards of a province on one page, those of the country in pages.
 */
@Controller
class OverviewController {

	/** More than a province has. */
	private static final int PROVINCE = 500;

	private static final int COUNTRY = 100;

	private final Overview overview;

	private final Catalogue catalogue;

	private final Wards wards;

	private final KeptPages pages;

	private final Clock clock;

	OverviewController(Overview overview, Catalogue catalogue, Wards wards, KeptPages pages, Clock clock) {
		this.overview = overview;
		this.catalogue = catalogue;
		this.wards = wards;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/overview")
	View show(@FromAddress Asked asked, KeptPages.Request request, Model model) {
		OverviewAddress address = address(asked, request.actor());
		return this.pages.ofWards(address.inProvince(), address.toString(), request, "dashboard/overview",
				() -> fill(address, model));
	}

	private void fill(OverviewAddress address, Model model) {
		List<Province> provinces = this.wards.provinces();
		List<Definition> definitions = this.catalogue.all();
		if (address.province().isEmpty()) {
			OverviewQuery query = query(address, false);
			model.addAttribute("page",
					OverviewPage.ofCountry(this.overview.headlines(query, address.page() - 1, COUNTRY),
							this.overview.provinces(query(address, true)), definitions, address));
		}
		else {
			String place = provinces.stream()
				.filter((one) -> one.code().equals(address.province()))
				.map(Province::name)
				.findFirst()
				.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "dashboard.province", address.province()));
			model.addAttribute("page", OverviewPage
				.ofProvince(this.overview.headlines(query(address, true), 0, PROVINCE), place, definitions, address));
		}
		model.addAttribute("provinces", provinces);
		model.addAttribute("definitions", definitions);
		model.addAttribute("issuers", Issuer.values());
		model.addAttribute("illustrative", address.illustrative());
	}

	/**
	 * The same wards as a file, those without a plan among them.
	 */
	@GetMapping("/overview.csv")
	ResponseEntity<byte[]> file(@FromAddress Asked asked, Actor actor) {
		OverviewAddress address = address(asked, actor);
		OverviewFile file = new OverviewFile(address, this.catalogue.all());
		int page = 0;
		do {
			file.add(this.overview.headlines(query(address, true), page, PROVINCE));
			page++;
		}
		while (file.hasMore());
		return file.answer(Boolean.TRUE.equals(asked.bom()));
	}

	private OverviewAddress address(Asked asked, Actor actor) {
		int thisYear = LocalDate.now(this.clock).getYear();
		String code = asked.ward();
		if (code == null) {
			String own = Objects.requireNonNullElse(actor.province(), "");
			return asked.address(Objects.requireNonNullElse(asked.province(), own).strip(), false, thisYear);
		}
		Ward ward = this.wards.require(code);
		return asked.address(ward.provinceCode(), ward.illustrative(), thisYear);
	}

	private static OverviewQuery query(OverviewAddress address, boolean withoutPlan) {
		return new OverviewQuery(address.year(), address.issuer(), address.inProvince(), withoutPlan,
				address.illustrative(), new Linked(address.indicator()), Order.NAME);
	}

	/**
	 * What was chosen on the page.
	 *
	 * @param province code; empty for the country, by default the person's own
	 * @param ward code, for the province it is in
	 * @param indicator the definition of the catalogue to compare alone
	 * @param page of the country, from 1
	 * @param bom whether a file begins with a byte order mark
	 */
	record Asked(@Nullable Integer year, @Nullable Issuer issuer, @Nullable String province, @Nullable String ward,
			@Nullable WardOrder sort, @Nullable Long indicator, @Nullable Boolean illustrative, @Nullable Integer page,
			@Nullable Boolean bom) {

		OverviewAddress address(String chosen, boolean invented, int thisYear) {
			WardOrder order = (this.sort != null) ? this.sort : OverviewAddress.usual(chosen, this.indicator);
			boolean possible = !chosen.isEmpty() && (order != WardOrder.VALUE || this.indicator != null);
			return new OverviewAddress("/overview", chosen, Objects.requireNonNullElse(this.year, thisYear),
					Objects.requireNonNullElse(this.issuer, Issuer.WARD_COUNCIL), possible ? order : WardOrder.NAME,
					this.indicator, Boolean.TRUE.equals(this.illustrative) || invented,
					Math.max(1, Objects.requireNonNullElse(this.page, 1)));
		}

	}

}
