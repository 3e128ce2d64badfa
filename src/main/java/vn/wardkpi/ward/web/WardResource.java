package vn.wardkpi.ward.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardKind;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

@RestController
@RequestMapping("/api/v1/wards")
@Transactional(readOnly = true)
class WardResource {

	private final Wards wards;

	private final WardSearch search;

	private final Clock clock;

	WardResource(Wards wards, WardSearch search, Clock clock) {
		this.wards = wards;
		this.search = search;
		this.clock = clock;
	}

	/**
	 * Wards as a plain array. With {@code q} all that match, the best first, abolished
	 * and invented units among them; without it the official units in force, by code.
	 * @param q part of a name, ignoring case and marks, or the beginning of a code
	 * @param province code of a province
	 */
	@GetMapping
	List<WardView> wards(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String province) {
		String within = StringUtils.hasText(province) ? province.strip() : null;
		List<Ward> found = StringUtils.hasText(q) ? this.search.search(q, within, Integer.MAX_VALUE)
				: this.wards.inForce(within, LocalDate.now(this.clock));
		return found.stream().map(WardView::of).toList();
	}

	@GetMapping("/{code}")
	WardView ward(@PathVariable String code) {
		return WardView.of(this.wards.require(code));
	}

	record WardView(String code, String name, WardKind kind, String provinceCode, String provinceName,
			boolean illustrative, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
			List<PredecessorView> predecessors) {

		static WardView of(Ward ward) {
			return new WardView(ward.code().value(), ward.name(), ward.kind(), ward.provinceCode(), ward.provinceName(),
					ward.illustrative(), ward.validFrom(), ward.validTo(),
					ward.predecessors().stream().map(PredecessorView::of).toList());
		}

	}

	record PredecessorView(String name, String kind, boolean part, String source) {

		static PredecessorView of(Ward.Predecessor predecessor) {
			return new PredecessorView(predecessor.name(), predecessor.kind(), predecessor.part(),
					predecessor.source());
		}

	}

}
