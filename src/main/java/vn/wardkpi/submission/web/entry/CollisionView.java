package vn.wardkpi.submission.web.entry;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.submission.entry.CellOutcome;

/**
 * What two people have changed in the same row: both sides, and only what differs.
 */
record CollisionView(StoredActual theirs, String theirText, String myText, List<Difference> differences) {

	public static CollisionView of(CellOutcome.Collided collision, CellForm theirs, CellForm typed) {
		List<Difference> differences = new ArrayList<>();
		compare(differences, "figure", figure(theirs), figure(typed));
		compare(differences, "no-data", theirs.getNoDataReason(), typed.getNoDataReason());
		compare(differences, "note", text(theirs.getNote()), text(typed.getNote()));
		compare(differences, "cause", theirs.getCause(), typed.getCause());
		compare(differences, "remedy", theirs.getRemedy(), typed.getRemedy());
		return new CollisionView(collision.theirs(), shown(figure(theirs)), shown(figure(typed)),
				List.copyOf(differences));
	}

	private static void compare(List<Difference> differences, String what, String theirs, String mine) {
		if (!theirs.strip().equals(mine.strip())) {
			differences.add(new Difference(what, shown(theirs), shown(mine)));
		}
	}

	/** Both parts where there are two, else the value or the word. */
	private static String figure(CellForm cell) {
		return cell.getNumerator().isBlank() ? (cell.getValue() + cell.getAchieved())
				: (cell.getNumerator() + "/" + cell.getDenominator());
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static String shown(String text) {
		return text.isBlank() ? "–" : text;
	}

	/** Whether it is about words alone, the figure being the same. */
	public boolean wordsOnly() {
		return this.differences.stream().noneMatch((one) -> one.what().equals("figure"));
	}

	/**
	 * @param what names the part of the entry, also the ending of its message key
	 */
	record Difference(String what, String theirs, String mine) {
	}

}
