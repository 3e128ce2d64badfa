package vn.wardkpi.account.web;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.handover.NewHandOver;
import vn.wardkpi.shared.TypedDay;

/**
 * What shall be handed over, as typed.
 *
 * @param forGood "true" or "false"
 */
record HandOverForm(@Nullable String to, @Nullable String firstDay, @Nullable String lastDay,
		@Nullable String forGood) {

	static HandOverForm blank() {
		return new HandOverForm("", "", "", "false");
	}

	public boolean isForGood() {
		return "true".equals(this.forGood);
	}

	NewHandOver read() {
		return new NewHandOver(this.to, TypedDay.read((this.firstDay != null) ? this.firstDay : "").orElse(null),
				TypedDay.read((this.lastDay != null) ? this.lastDay : "").orElse(null), isForGood());
	}

}
