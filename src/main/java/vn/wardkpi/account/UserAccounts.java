package vn.wardkpi.account;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface UserAccounts extends Repository<UserAccount, Long> {

	UserAccount saveAndFlush(UserAccount account);

	Optional<UserAccount> findByUsername(String username);

	boolean existsByUsername(String username);

	long count();

}
