package vn.wardkpi.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.handover.HandOvers;
import vn.wardkpi.account.signin.OpenSessions;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnits;
import vn.wardkpi.ward.Province;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardSearch;
import vn.wardkpi.ward.Wards;

/**
 * Fills the pages on which an account is written: first its place, then what depends on
 * it.
 */
@Component
class AccountForms {

	private static final int WARDS_SHOWN = 20;

	private final Wards wards;

	private final WardSearch search;

	private final LeadUnits leadUnits;

	private final StaffDirectory staff;

	private final HandOvers handOvers;

	private final OpenSessions sessions;

	AccountForms(Wards wards, WardSearch search, LeadUnits leadUnits, StaffDirectory staff, HandOvers handOvers,
			OpenSessions sessions) {
		this.wards = wards;
		this.search = search;
		this.leadUnits = leadUnits;
		this.staff = staff;
		this.handOvers = handOvers;
		this.sessions = sessions;
	}

	/**
	 * @param target address that the choice leads to
	 */
	String choosePlace(AccountPlace asked, String target, Actor actor, Model model) {
		String query = (asked.q() != null) ? asked.q().strip() : "";
		Set<WardCode> own = actor.wards();
		List<Ward> found = query.isEmpty() ? this.search.withPlans()
				: this.search.search(query, actor.province(), WARDS_SHOWN + 1);
		model.addAttribute("q", query);
		List<Ward> theirs = found.stream().filter((ward) -> own == null || own.contains(ward.code())).toList();
		model.addAttribute("wards", theirs.stream().limit(WARDS_SHOWN).toList());
		model.addAttribute("more", theirs.size() > WARDS_SHOWN);
		model.addAttribute("provinces", (own == null) ? this.wards.provinces() : List.of());
		model.addAttribute("ownProvince", (actor.province() != null) ? province(actor.province()) : null);
		model.addAttribute("target", target);
		return "account/choose-ward";
	}

	String form(UserForm form, @Nullable AccountRow stored, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		WardCode ward = form.ward();
		model.addAttribute("stored", stored);
		if (stored != null && !model.containsAttribute("mailForm")) {
			model.addAttribute("mailForm", MailForm.of(this.staff.mailOf(stored.username())));
		}
		if (stored != null) {
			model.addAttribute("handOvers", this.handOvers.of(stored.username()));
			model.addAttribute("colleagues", this.handOvers.colleagues(stored.username()));
			model.addAttribute("sessions", this.sessions.of(stored.username(), SessionController.presentId()));
			if (!model.containsAttribute("handOverForm")) {
				model.addAttribute("handOverForm", HandOverForm.blank());
			}
		}
		model.addAttribute("ward", (ward != null) ? this.wards.find(ward).orElse(null) : null);
		model.addAttribute("province", form.province().flatMap(this.wards::province).orElse(null));
		model.addAttribute("leadUnits", (ward != null) ? this.leadUnits.findByWardCodeOrderById(ward) : List.of());
		model.addAttribute("roles", roles(ward != null));
		return "account/edit";
	}

	/**
	 * @throws RefusedException NOT_FOUND if there is no such ward or province
	 */
	void refuseUnknown(AccountPlace place) {
		if (place.ward() != null && !place.ward().isBlank()) {
			this.wards.require(place.ward().strip());
		}
		if (place.province() != null && !place.province().isBlank()) {
			province(place.province().strip());
		}
	}

	static List<Role> roles(boolean ofAWard) {
		Stream<Role> all = Arrays.stream(Role.values());
		return all.filter((role) -> ofAWard ? role != Role.VIEWER : role.mayBeOfMoreThanAWard()).toList();
	}

	private Province province(String code) {
		return this.wards.province(code)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.province-unknown", code));
	}

}
