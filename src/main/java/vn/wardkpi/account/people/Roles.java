package vn.wardkpi.account.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.Role;

/**
 * Roles by what people call them in either language, with or without marks, or by their
 * code.
 */
@Component
class Roles {

	private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

	private final MessageSource messages;

	Roles(MessageSource messages) {
		this.messages = messages;
	}

	Optional<Role> find(String typed) {
		String key = Likely.key(typed);
		return Arrays.stream(Role.values())
			.filter((role) -> Likely.key(role.name()).equals(key)
					|| LANGUAGES.stream().anyMatch((language) -> Likely.key(name(role, language)).equals(key)))
			.findFirst();
	}

	/** The words to choose from. */
	String names() {
		return String.join("; ", Arrays.stream(Role.values()).map((role) -> name(role, LANGUAGES.get(0))).toList());
	}

	private String name(Role role, Locale language) {
		return this.messages.getMessage("enum.role." + role, null, language);
	}

}
