package vn.wardkpi.plan.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * From when until when an indicator is there.
 *
 * @param beginsOn {@code null} where it was there from the first
 * @param endsOn the day from which it is no longer there; {@code null} where it stays
 * @param absent times in between in which it was not there, each from its first day to
 * the one on which it was back, as the database writes them:
 * {@code {[2027-06-01,2028-01-01)}}
 */
@Embeddable
public record Presence(@Nullable LocalDate beginsOn, @Nullable LocalDate endsOn,
		@Column(columnDefinition = "datemultirange") @ColumnTransformer(read = "absent::text",
				write = "cast(? as datemultirange)") String absent) {

	private static final String NEVER = "{}";

	private static final Pattern TIME = Pattern.compile("\\[(\\d{4}-\\d{2}-\\d{2}),(\\d{4}-\\d{2}-\\d{2})\\)");

	/** There from the first, or from a day, and always since. */
	public static Presence from(@Nullable LocalDate day) {
		return new Presence(day, null, NEVER);
	}

	/**
	 * No longer there from the day on.
	 */
	public Presence until(LocalDate day) {
		return new Presence(this.beginsOn, day, this.absent);
	}

	/**
	 * There again from the day on; as if it had never ended where that is no later than
	 * its end.
	 */
	public Presence againFrom(LocalDate day) {
		if (this.endsOn == null || !this.endsOn.isBefore(day)) {
			return new Presence(this.beginsOn, null, this.absent);
		}
		List<String> times = new ArrayList<>(times().stream().map(Time::toString).toList());
		times.add(new Time(this.endsOn, day).toString());
		return new Presence(this.beginsOn, null, "{" + String.join(",", times) + "}");
	}

	public boolean covers(LocalDate day) {
		return (this.beginsOn == null || !this.beginsOn.isAfter(day))
				&& (this.endsOn == null || this.endsOn.isAfter(day))
				&& times().stream().noneMatch((time) -> !time.from().isAfter(day) && time.until().isAfter(day));
	}

	/**
	 * Days on which it comes or goes.
	 */
	public List<LocalDate> days() {
		List<LocalDate> days = new ArrayList<>();
		times().forEach((time) -> days.addAll(List.of(time.from(), time.until())));
		if (this.beginsOn != null) {
			days.add(this.beginsOn);
		}
		if (this.endsOn != null) {
			days.add(this.endsOn);
		}
		return days;
	}

	private List<Time> times() {
		return TIME.matcher(this.absent)
			.results()
			.map((time) -> new Time(LocalDate.parse(time.group(1)), LocalDate.parse(time.group(2))))
			.toList();
	}

	private record Time(LocalDate from, LocalDate until) {

		@Override
		public String toString() {
			return "[" + this.from + "," + this.until + ")";
		}

	}

}
