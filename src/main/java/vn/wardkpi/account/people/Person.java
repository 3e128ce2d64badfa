package vn.wardkpi.account.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.InvitedAccount;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Problem;

/**
 * A row of the list as it was understood.
 *
 * @param account what would be created, as far as it is known
 * @param placeName what its ward, province or the installation is called
 * @param leadUnitNames as the ward calls them; none for all
 */
public record Person(PersonRow row, State state, NewAccount account, String email, @Nullable String placeName,
		List<String> leadUnitNames, List<Remark> remarks) {

	public Person {
		leadUnitNames = List.copyOf(leadUnitNames);
		remarks = List.copyOf(remarks);
	}

	public List<Problem> remarksOf(PersonColumn column) {
		return this.remarks.stream().filter((remark) -> remark.column() == column).map(Remark::problem).toList();
	}

	Person leftOut() {
		return new Person(this.row, State.LEFT_OUT, this.account, this.email, this.placeName, this.leadUnitNames,
				this.remarks);
	}

	InvitedAccount invited() {
		return new InvitedAccount(this.account, this.email.isEmpty() ? null : this.email);
	}

	/**
	 * What happens to the row.
	 */
	public enum State {

		NEW,

		/** There is such an account already, and it stays as it is. */
		EXISTING,

		ERROR, LEFT_OUT

	}

	public record Remark(PersonColumn column, Problem problem) {
	}

}
