package vn.wardkpi.account.web;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import vn.wardkpi.shared.WardCode;

/**
 * Where an account shall be, as the address of its form says it.
 *
 * @param q what was typed to find a ward; asks for the choice even where it is blank
 * @param installation anything, for the whole installation
 */
record AccountPlace(@Nullable String ward, @Nullable String province, @Nullable String installation,
		@Nullable String q) {

	boolean isChosen() {
		return StringUtils.hasText(this.ward) || StringUtils.hasText(this.province) || this.installation != null;
	}

	UserForm fill(UserForm form) {
		return form.in(StringUtils.hasText(this.ward) ? this.ward.strip() : null,
				StringUtils.hasText(this.province) ? this.province.strip() : null);
	}

	static AccountPlace of(WardCode ward) {
		return new AccountPlace(ward.value(), null, null, null);
	}

}
