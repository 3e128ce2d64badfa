package vn.wardkpi.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Keeps every version of the settings: one SQL statement a method.
 */
@Component
class SettingsStore {

	private final JdbcClient jdbc;

	private final Clock clock;

	SettingsStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What the ward and the installation have chosen; under the empty code the
	 * installation's.
	 */
	Map<String, SettingsVersion> inForce(@Nullable WardCode ward) {
		Map<String, SettingsVersion> found = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (ward_code) * from settings_version
				where ward_code = :ward or ward_code is null
				order by ward_code, version desc
				""").param("ward", (ward != null) ? ward.value() : null).query((rs) -> {
			String of = rs.getString("ward_code");
			found.put((of != null) ? of : "", version(rs));
		});
		return found;
	}

	/**
	 * Adds the version after the present one.
	 * @throws RefusedException STALE if somebody else was faster
	 */
	void add(@Nullable WardCode ward, SettingsVersion after, String by) {
		List<Signatory> signatories = after.signatories();
		try {
			this.jdbc.sql("""
					insert into settings_version (ward_code, version, evidence_megabytes, adjusted_from,
					    signatory_functions, signatory_names, recipients, logo_id, changed_by, changed_at)
					values (:ward, :version, :megabytes, :adjusted, :functions, :names, :recipients, :logo, :by, :at)
					""")
				.param("ward", (ward != null) ? ward.value() : null)
				.param("version", after.version() + 1)
				.param("megabytes", after.evidenceMegabytes())
				.param("adjusted", after.adjustedFrom())
				.param("functions",
						(signatories != null) ? signatories.stream().map(Signatory::function).toArray(String[]::new)
								: null)
				.param("names",
						(signatories != null) ? signatories.stream().map(Signatory::name).toArray(String[]::new) : null)
				.param("recipients", (after.recipients() != null) ? after.recipients().toArray(String[]::new) : null)
				.param("logo", after.logo())
				.param("by", by)
				.param("at", Timestamp.from(this.clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw stale();
		}
	}

	long addLogo(Logo logo, String by) {
		return this.jdbc.sql("""
				insert into settings_logo (media_type, content, sha256, added_by, added_at)
				values (?, ?, ?, ?, ?) returning id
				""")
			.params(logo.mediaType(), logo.content(), logo.sha256(), by, Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
	}

	Optional<Logo> logo(long id) {
		return this.jdbc.sql("select media_type, content, sha256 from settings_logo where id = ?")
			.param(id)
			.query((rs, n) -> new Logo(Columns.text(rs, "media_type"), rs.getBytes("content"),
					Columns.text(rs, "sha256")))
			.optional();
	}

	static RefusedException stale() {
		return new RefusedException(Kind.STALE, "settings.stale");
	}

	private static SettingsVersion version(ResultSet rs) throws SQLException {
		List<String> functions = Columns.texts(rs, "signatory_functions");
		List<String> names = Columns.texts(rs, "signatory_names");
		List<String> recipients = Columns.texts(rs, "recipients");
		List<Signatory> signatories = new ArrayList<>();
		for (int i = 0; i < functions.size(); i++) {
			signatories.add(new Signatory(functions.get(i), names.get(i)));
		}
		return new SettingsVersion(rs.getInt("version"), Columns.integerOrNull(rs, "evidence_megabytes"),
				Columns.dayOrNull(rs, "adjusted_from"), signatories.isEmpty() ? null : signatories,
				recipients.isEmpty() ? null : recipients, rs.getObject("logo_id", Long.class));
	}

}
