package vn.wardkpi.evidence;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.intake.content.AcceptedKind;
import vn.wardkpi.intake.content.CheckedFile;

/**
 * What is known of a file besides its bytes. Never changed.
 */
@Entity
class EvidenceFile {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long indicatorId;

	private int year;

	@Enumerated(EnumType.STRING)
	private ReportingPeriod period;

	private String name;

	@Enumerated(EnumType.STRING)
	private AcceptedKind kind;

	private boolean active;

	private long size;

	private String sha256;

	private boolean thumbnail;

	private @Nullable String scannedBy;

	private String addedBy;

	private Instant addedAt;

	EvidenceFile(EvidencePlace place, CheckedFile file, String sha256, @Nullable String scannedBy, String addedBy,
			Instant addedAt) {
		this.indicatorId = place.indicatorId();
		this.year = place.key().year();
		this.period = place.key().period();
		this.name = file.name();
		this.kind = file.kind();
		this.active = file.isActive();
		this.size = file.size();
		this.sha256 = sha256;
		this.thumbnail = file.thumbnail() != null;
		this.scannedBy = scannedBy;
		this.addedBy = addedBy;
		this.addedAt = addedAt;
	}

	@SuppressWarnings("NullAway.Init")
	protected EvidenceFile() {
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

}
