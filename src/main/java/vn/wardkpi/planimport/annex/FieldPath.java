package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sections that a row stands in, the outer before the inner: "KINH TẾ / Nông nghiệp".
 */
class FieldPath {

	private final List<Section> path = new ArrayList<>();

	/** Whether nothing stands between the last section's heading and the next row. */
	private boolean open;

	/**
	 * A section begins: beside the last of its kind, below one that has nothing else in
	 * it, and not within one of a lower kind.
	 */
	void begin(Marker marker, String name) {
		int kind = kind(marker);
		boolean known = this.path.stream().anyMatch((section) -> section.kind() == kind);
		while (known && !this.path.isEmpty() && last().kind() != kind) {
			removeLast();
		}
		while (!this.path.isEmpty() && (known || !this.open) && last().kind() >= kind) {
			removeLast();
		}
		this.path.add(new Section(kind, name));
		this.open = true;
	}

	/** An indicator stands below the last heading. */
	void end() {
		this.open = false;
	}

	String path() {
		return this.path.stream().map(Section::name).collect(Collectors.joining(" / "));
	}

	private Section last() {
		return this.path.get(this.path.size() - 1);
	}

	private void removeLast() {
		this.path.remove(this.path.size() - 1);
	}

	/** "A" stands above "I", and that above words without a mark. */
	private static int kind(Marker marker) {
		boolean letter = marker.text().matches("\\(?[A-H][.)/:-]*");
		return switch (marker.kind()) {
			case ROMAN -> letter ? 0 : 1;
			case NUMBER -> 3;
			case LETTER -> 4;
			case BULLET -> 5;
			default -> 2;
		};
	}

	private record Section(int kind, String name) {
	}

}
