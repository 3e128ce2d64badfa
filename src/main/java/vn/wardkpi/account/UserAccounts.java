package vn.wardkpi.account;

import java.util.Optional;

import org.springframework.data.repository.Repository;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;

interface UserAccounts extends Repository<UserAccount, Long> {

	UserAccount saveAndFlush(UserAccount account);

	Optional<UserAccount> findByUsername(String username);

	boolean existsByUsername(String username);

	long count();

	/**
	 * @throws RefusedException NOT_FOUND if there is no such account
	 */
	default UserAccount require(String username) {
		return findByUsername(username).orElseThrow(() -> unknown(username));
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than administrators; NOT_FOUND if
	 * there is no such account in what they administer
	 */
	default UserAccount requireAdministered(String username, Actor actor) {
		if (actor.role() != Role.ADMIN) {
			throw new RefusedException(Kind.FORBIDDEN, "account.administer");
		}
		return findByUsername(username).filter((account) -> account.isAdministeredBy(actor))
			.orElseThrow(() -> unknown(username));
	}

	private static RefusedException unknown(String username) {
		return new RefusedException(Kind.NOT_FOUND, "account.unknown", username);
	}

}
