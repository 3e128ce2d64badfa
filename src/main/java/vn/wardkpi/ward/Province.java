package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A province or a city directly under the government. It comes with the program; nothing
 * in it changes.
 */
@Entity
@Immutable
public class Province {

	@Id
	private String code;

	private String name;

	private String kind;

	private @Nullable String formerName;

	private @Nullable LocalDate renamedOn;

	@SuppressWarnings("NullAway.Init")
	protected Province() {
	}

	public String code() {
		return this.code;
	}

	public String name() {
		return this.name;
	}

	public String kind() {
		return this.kind;
	}

	/** What it was called before {@link #renamedOn()}, if it was renamed. */
	public @Nullable String formerName() {
		return this.formerName;
	}

	public @Nullable LocalDate renamedOn() {
		return this.renamedOn;
	}

	/** "Hà Nội" for "Thành phố Hà Nội". */
	public String nameWithoutKind() {
		return Stream.of("Thành phố ", "Tỉnh ")
			.filter(this.name::startsWith)
			.findFirst()
			.map((prefix) -> this.name.substring(prefix.length()))
			.orElse(this.name);
	}

}
