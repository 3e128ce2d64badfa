package vn.wardkpi.account.web.people;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import vn.wardkpi.account.invitation.Invitation;

/**
 * Writes the links of invitations as people type them: at the configured address of the
 * program, else at the one that this administrator uses.
 */
@Component
class InvitationLinks {

	private final String publicUrl;

	InvitationLinks(@Value("${ward-kpi.public-url:}") String publicUrl) {
		this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
	}

	List<Link> of(List<Invitation> invitations, HttpServletRequest request) {
		String root = this.publicUrl.isEmpty()
				? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : this.publicUrl;
		return invitations.stream()
			.map((one) -> new Link(one.username(), one.displayName(),
					(one.mailedTo() == null) ? root + one.path() : null, one.expiresAt(), one.mailedTo()))
			.toList();
	}

	/**
	 * @param link {@code null} where it was mailed, so that its owner alone knows it
	 */
	record Link(String username, String displayName, @Nullable String link, Instant expiresAt,
			@Nullable String mailedTo) {

		@Override
		public String toString() {
			return "Link[" + this.username + "]";
		}

	}

}
