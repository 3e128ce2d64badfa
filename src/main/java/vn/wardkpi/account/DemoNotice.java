package vn.wardkpi.account;

import java.util.List;

/**
 * Present only where a demonstration runs: the accounts that the sign-in page may show to
 * everybody.
 */
public interface DemoNotice {

	List<DemoAccount> accounts();

	/**
	 * @param what message key of who this is, such as an official of Từ Liêm
	 */
	record DemoAccount(String username, String password, String what) {
	}

}
