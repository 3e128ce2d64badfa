package vn.wardkpi.report.sentence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Keeps every version of the sentences: one SQL statement a method.
 */
@Component
class SentenceStore {

	private static final String COLUMNS = """
			sentence, version, text, changed_at,
			coalesce((select p.name from person_row p where p.username = changed_by), changed_by) as who
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SentenceStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The latest of each sentence that was ever changed. */
	List<SentenceVersion> latest(WardCode ward) {
		return this.jdbc
			.sql("select distinct on (sentence) " + COLUMNS
					+ "from report_sentence_version where ward_code = ? order by sentence, version desc")
			.param(ward.value())
			.query(SentenceStore::version)
			.list();
	}

	/** Of one sentence, the newest first. */
	List<SentenceVersion> history(WardCode ward, String key) {
		return this.jdbc
			.sql("select " + COLUMNS
					+ "from report_sentence_version where ward_code = ? and sentence = ? order by version desc")
			.params(ward.value(), key)
			.query(SentenceStore::version)
			.list();
	}

	/**
	 * @throws RefusedException STALE if somebody else was faster
	 */
	void add(WardCode ward, String key, int version, @Nullable String text, String by) {
		try {
			this.jdbc.sql("""
					insert into report_sentence_version (ward_code, sentence, version, text, changed_by, changed_at)
					values (:ward, :key, :version, :text, :by, :at)
					""")
				.param("ward", ward.value())
				.param("key", key)
				.param("version", version)
				.param("text", text)
				.param("by", by)
				.param("at", Timestamp.from(this.clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw stale();
		}
	}

	static RefusedException stale() {
		return new RefusedException(Kind.STALE, "report.sentence.stale");
	}

	private static SentenceVersion version(ResultSet rs, int row) throws SQLException {
		return new SentenceVersion(Columns.text(rs, "sentence"), rs.getInt("version"), rs.getString("text"),
				Columns.text(rs, "who"),
				Objects.requireNonNull(rs.getObject("changed_at", OffsetDateTime.class)).toInstant());
	}

}
