package vn.wardkpi.bulkimport.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.bulkimport.BatchFile;
import vn.wardkpi.bulkimport.FileState;
import vn.wardkpi.bulkimport.ImportBatch;
import vn.wardkpi.bulkimport.Reason;

/**
 * The report on a batch: what became of each file, and why.
 *
 * @param state the only one that is shown, or {@code null} for all
 */
record BatchPage(ImportBatch batch, @Nullable FileState state, List<Tab> tabs, List<Line> lines) {

	static BatchPage of(ImportBatch batch, @Nullable FileState state, List<BatchFile> files, Map<String, String> names,
			ReasonMessages messages) {
		List<Tab> tabs = Stream.of(FileState.values())
			.map((one) -> new Tab(one, batch.count(one), one == state))
			.filter((tab) -> tab.files() > 0)
			.toList();
		List<Line> lines = files.stream()
			.filter((file) -> state == null || file.state() == state)
			.map((file) -> Line.of(file, names, messages))
			.toList();
		return new BatchPage(batch, state, tabs, lines);
	}

	/** Its own address, with what is chosen. */
	public String address() {
		return "/imports/" + this.batch.id() + ((this.state != null) ? "?state=" + this.state : "");
	}

	/**
	 * How many files are in a state.
	 */
	record Tab(FileState state, int files, boolean current) {
	}

	/**
	 * @param wardName {@code null} where it is of no ward
	 * @param more how many questions are not listed
	 */
	record Line(BatchFile file, @Nullable String wardName, List<String> reasons, int more, List<Choice> choices) {

		private static final int MOST_REASONS = 3;

		static Line of(BatchFile file, Map<String, String> names, ReasonMessages messages) {
			List<Reason> first = file.reasons().stream().limit(MOST_REASONS).toList();
			List<Choice> choices = file.choices()
				.stream()
				.filter(names::containsKey)
				.map((code) -> new Choice(code, Objects.requireNonNull(names.get(code))))
				.toList();
			String ward = file.ward();
			return new Line(file, (ward != null) ? names.getOrDefault(ward, ward) : null,
					first.stream().map(messages::text).toList(),
					Math.max(0, file.questions() - (int) first.stream().filter(Reason::isQuestion).count()), choices);
		}

		/** Who is meant, for those who do not see the table: the ward, else the file. */
		public String called() {
			return (this.wardName != null) ? this.wardName : this.file.name();
		}

	}

	/**
	 * A ward that a file could be of.
	 */
	record Choice(String code, String name) {
	}

}
