package vn.wardkpi.planimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Keeps uploaded files between the steps of the import, for a day at the most, each for
 * the person who uploaded it.
 */
@Service
@Transactional
public class ImportDrafts {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int LONGEST_FILE_NAME = 200;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ImportDrafts(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Also forgets what has expired.
	 */
	public UUID keep(WardCode ward, String fileName, byte[] content, ImportOptions options, Actor actor) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from import_draft where expires_at <= ?").param(now.atOffset(ZoneOffset.UTC)).update();
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into import_draft (id, ward_code, owner, file_name, content, options, created_at, expires_at)
				values (:id, :ward, :owner, :name, :content, :options::jsonb, :now, :expires)
				""")
			.param("id", id)
			.param("ward", ward.value())
			.param("owner", actor.username())
			.param("name", FreeText.shortened(fileName, LONGEST_FILE_NAME))
			.param("content", content)
			.param("options", this.json.writeValueAsString(options))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", now.plus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
		return id;
	}

	/**
	 * @throws RefusedException NOT_FOUND if it is gone or another person's
	 */
	@Transactional(readOnly = true)
	public ImportDraft require(UUID id, WardCode ward, Actor actor) {
		return find(id, ward, actor).orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "import.draft-unknown"));
	}

	/**
	 * The draft, unless it is gone or another person's.
	 */
	@Transactional(readOnly = true)
	public Optional<ImportDraft> find(UUID id, WardCode ward, Actor actor) {
		return this.jdbc.sql("""
				select id, ward_code, file_name, options, answered from import_draft
				where id = :id and ward_code = :ward and owner = :owner and expires_at > :now
				""")
			.param("id", id)
			.param("ward", ward.value())
			.param("owner", actor.username())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((rs, n) -> draft(rs))
			.optional();
	}

	@Transactional(readOnly = true)
	public byte[] content(ImportDraft draft) {
		return this.jdbc.sql("select content from import_draft where id = ?")
			.param(draft.id())
			.query((rs, n) -> Objects.requireNonNull(rs.getBytes(1)))
			.single();
	}

	/**
	 * Keeps what a person said of the file.
	 */
	public void change(ImportDraft draft) {
		this.jdbc.sql("update import_draft set options = ?::jsonb, answered = ?::jsonb where id = ?")
			.param(this.json.writeValueAsString(draft.options()))
			.param(this.json.writeValueAsString(draft.answered()))
			.param(draft.id())
			.update();
	}

	/**
	 * Forgets a draft whose plan is stored, and says so to whoever sent the file here.
	 */
	public void stored(ImportDraft draft, long planId) {
		discard(draft);
		this.events.publishEvent(new DraftStored(draft.id(), planId));
	}

	public void discard(ImportDraft draft) {
		this.jdbc.sql("delete from import_draft where id = ?").param(draft.id()).update();
	}

	private ImportDraft draft(ResultSet rs) throws SQLException {
		return new ImportDraft(Objects.requireNonNull(rs.getObject("id", UUID.class)),
				new WardCode(Objects.requireNonNull(rs.getString("ward_code"))),
				Objects.requireNonNull(rs.getString("file_name")),
				this.json.readValue(rs.getString("options"), ImportOptions.class),
				this.json.readValue(rs.getString("answered"), new TypeReference<Set<String>>() {
				}));
	}

}
