package vn.wardkpi.evidence;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;

/**
 * Knows the figures and who may deal with them now. Answered by the module that owns the
 * figures, so that a file and its figure are open and locked together.
 */
public interface EvidenceAccess {

	/**
	 * @throws RefusedException NOT_FOUND if there can be no such figure
	 */
	EvidencePlace place(EvidenceKey key, Actor actor);

	/**
	 * @throws RefusedException NOT_FOUND; FORBIDDEN or CONFLICT if they may not attach or
	 * delete now
	 */
	EvidencePlace requireOpen(EvidenceKey key, Actor actor);

	/**
	 * Holds the figure's form open until the transaction ends: nobody submits or reviews
	 * it meanwhile.
	 * @throws RefusedException as {@link #requireOpen}
	 */
	EvidencePlace holdOpen(EvidenceKey key, Actor actor);

}
