package vn.wardkpi.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.audit.ChainReport.Fault;
import vn.wardkpi.audit.ChainReport.Finding;
import vn.wardkpi.database.LongWork;

/**
 * Computes every hash of the audit's chains again, on its own and not by the database's
 * function, and says where they do not fit. Reads row after row from one snapshot, so
 * that it needs no more memory for more rows and may run beside people who work.
 */
@Component
public class AuditVerifier {

	private static final int ROWS_AT_A_TIME = 1000;

	private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

	private static final byte[] BEGINNING = new byte[32];

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'",
			Locale.ROOT);

	private final DataSource source;

	AuditVerifier(DataSource source) {
		this.source = source;
	}

	/**
	 * @param chain code of a ward or {@link ChainReport#INSTALLATION}; {@code null} for
	 * every chain
	 * @return one report for each chain, sorted by its name
	 */
	public List<ChainReport> verify(@Nullable String chain) {
		return Objects.requireNonNull(new JdbcTemplate(this.source).execute((Connection connection) -> {
			boolean commits = connection.getAutoCommit();
			int isolation = connection.getTransactionIsolation();
			// Rows are only fetched in portions outside autocommit.
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			try {
				LongWork.allow(connection, LONGEST_STATEMENT);
				return verify(connection, chain);
			}
			finally {
				connection.rollback();
				connection.setTransactionIsolation(isolation);
				connection.setAutoCommit(commits);
			}
		}));
	}

	/**
	 * Where a hash that was written down stands today. With its chain intact, everything
	 * up to there is as it was then.
	 * @param hash hexadecimal, as {@link ChainReport#head()} gave it
	 */
	public Optional<Place> find(String hash) {
		String digits = hash.strip().toLowerCase(Locale.ROOT);
		if (!digits.matches("[0-9a-f]{64}")) {
			return Optional.empty();
		}
		return JdbcClient.create(this.source)
			.sql("""
					select l.chain, l.chain_no, e.at from audit_link l join audit_entry e on e.id = l.entry_id
					where l.hash = ?
					""")
			.param(HexFormat.of().parseHex(digits))
			.query((row, n) -> new Place(text(row, "chain"), row.getLong("chain_no"),
					Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant()))
			.optional();
	}

	private static List<ChainReport> verify(Connection connection, @Nullable String chain) throws SQLException {
		Map<String, Walk> walks = new TreeMap<>();
		query(connection, """
				select chain, entries, head_hash from audit_chain where ?::text is null or chain = ?
				""", chain,
				(row) -> walk(walks, text(row, "chain")).head(row.getLong("entries"), row.getBytes("head_hash")));
		query(connection,
				"""
						select l.chain, l.chain_no, l.previous_hash, l.hash, l.entry_id, e.id, e.at, e.actor, e.ward_code, e.plan_id,
						       e.indicator_no, e.subject, e.key, e.action, e.from_state, e.to_state, e.reason, e.origin
						from audit_link l left join audit_entry e on e.id = l.entry_id
						where ?::text is null or l.chain = ?
						order by l.chain, l.chain_no
						""",
				chain, (row) -> walk(walks, text(row, "chain")).next(row));
		query(connection, """
				select coalesce(e.ward_code, 'installation') as chain, min(e.id) as id from audit_entry e
				where (?::text is null or coalesce(e.ward_code, 'installation') = ?)
				  and not exists (select from audit_link l where l.entry_id = e.id)
				group by 1
				""", chain, (row) -> walk(walks, text(row, "chain")).withoutLink(row.getLong("id")));
		List<ChainReport> reports = new ArrayList<>();
		walks.values().forEach((walk) -> reports.add(walk.report()));
		return reports;
	}

	private static Walk walk(Map<String, Walk> walks, String chain) {
		return walks.computeIfAbsent(chain, Walk::new);
	}

	private static void query(Connection connection, String sql, @Nullable String chain, Row handler)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setFetchSize(ROWS_AT_A_TIME);
			statement.setString(1, chain);
			statement.setString(2, chain);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					handler.accept(rows);
				}
			}
		}
	}

	private static byte[] hash(ResultSet row) throws SQLException {
		StringBuilder text = new StringBuilder(512);
		append(text, row.getString("chain"));
		append(text, row.getString("chain_no"));
		append(text, HexFormat.of().formatHex(bytes(row, "previous_hash")));
		append(text, row.getString("id"));
		append(text, microseconds(row));
		for (String column : new String[] { "actor", "ward_code", "plan_id", "indicator_no", "subject", "key", "action",
				"from_state", "to_state", "reason", "origin" }) {
			append(text, row.getString(column));
		}
		return DigestUtils.sha256(text.toString());
	}

	private static void append(StringBuilder text, @Nullable String value) {
		if (value == null) {
			text.append('-');
		}
		else {
			text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
		}
		text.append('\n');
	}

	private static String microseconds(ResultSet row) throws SQLException {
		OffsetDateTime at = Objects.requireNonNull(row.getObject("at", OffsetDateTime.class));
		return MICROSECONDS.format(LocalDateTime.ofInstant(at.toInstant(), ZoneOffset.UTC));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

	private static byte[] bytes(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getBytes(column));
	}

	/**
	 * A row of a chain.
	 */
	public record Place(String chain, long no, Instant at) {
	}

	@FunctionalInterface
	private interface Row {

		void accept(ResultSet row) throws SQLException;

	}

	/**
	 * One chain from its first row to its last; keeps the first fault.
	 */
	private static final class Walk {

		private final String chain;

		private long entries;

		private byte[] last = BEGINNING;

		private boolean hasHead;

		private long statedEntries;

		private byte[] statedHead = BEGINNING;

		private @Nullable Finding finding;

		Walk(String chain) {
			this.chain = chain;
		}

		void head(long stated, byte[] hash) {
			this.hasHead = true;
			this.statedEntries = stated;
			this.statedHead = hash.clone();
		}

		void next(ResultSet row) throws SQLException {
			this.entries++;
			if (this.finding != null) {
				return;
			}
			long no = row.getLong("chain_no");
			long id = row.getLong("entry_id");
			byte[] previous = bytes(row, "previous_hash");
			byte[] hash = bytes(row, "hash");
			if (no != this.entries) {
				found(Fault.MISSING, this.entries, null);
			}
			else if (row.getString("id") == null) {
				found(Fault.MISSING, no, id);
			}
			else if (!MessageDigest.isEqual(hash(row), hash)) {
				found(Fault.ALTERED, no, id);
			}
			else if (!MessageDigest.isEqual(previous, this.last)) {
				found(Fault.DETACHED, no, id);
			}
			this.last = hash.clone();
		}

		void withoutLink(long id) {
			found(Fault.UNLINKED, this.entries + 1, id);
		}

		ChainReport report() {
			if (!this.hasHead) {
				found(Fault.WITHOUT_HEAD, this.entries, null);
			}
			else if (this.statedEntries > this.entries) {
				found(Fault.CUT_OFF, this.entries + 1, null);
			}
			else if (this.statedEntries < this.entries || !MessageDigest.isEqual(this.statedHead, this.last)) {
				found(Fault.OTHER_HEAD, this.entries, null);
			}
			return new ChainReport(this.chain, this.entries, HexFormat.of().formatHex(this.last), this.finding);
		}

		private void found(Fault fault, long no, @Nullable Long id) {
			if (this.finding == null) {
				this.finding = new Finding(fault, no, id);
			}
		}

	}

}
