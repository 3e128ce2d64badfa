package vn.wardkpi.account.web;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

import vn.wardkpi.account.AccountQuery;
import vn.wardkpi.shared.Role;

/**
 * What the list of people is narrowed to, as typed; what is no role or state narrows
 * nothing.
 *
 * @param state "enabled" or "disabled"
 */
record AccountFilter(@Nullable String q, @Nullable String role, @Nullable String state) {

	AccountQuery toQuery() {
		return new AccountQuery(words(),
				Stream.of(Role.values()).filter((one) -> one.name().equals(this.role)).findFirst().orElse(null),
				switch ((this.state != null) ? this.state : "") {
					case "enabled" -> true;
					case "disabled" -> false;
					default -> null;
				});
	}

	public String words() {
		return (this.q != null) ? this.q.strip() : "";
	}

	public boolean isBlank() {
		return words().isEmpty() && !StringUtils.hasText(this.role) && !StringUtils.hasText(this.state);
	}

	/**
	 * The same list, another page of it.
	 */
	public String address(int page) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/users").queryParam("page", page);
		add(address, "q", words());
		add(address, "role", this.role);
		add(address, "state", this.state);
		return address.encode().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			address.queryParam(name, value);
		}
	}

}
