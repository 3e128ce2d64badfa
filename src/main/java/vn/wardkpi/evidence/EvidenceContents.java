package vn.wardkpi.evidence;

import java.sql.Types;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes, read in parts so that serving a file takes little memory.
 */
@Component
class EvidenceContents {

	private final JdbcClient jdbc;

	EvidenceContents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long fileId, byte[] content, byte @Nullable [] thumbnail) {
		this.jdbc.sql("insert into evidence_content (file_id, content, thumbnail) values (:id, :content, :thumbnail)")
			.param("id", fileId)
			.param("content", content)
			.param("thumbnail", thumbnail, Types.BINARY)
			.update();
	}

	byte[] part(long fileId, long from, int length) {
		return this.jdbc.sql("select substring(content from ? for ?) from evidence_content where file_id = ?")
			.params(Math.toIntExact(from + 1), length, fileId)
			.query((rs, n) -> Objects.requireNonNull(rs.getBytes(1)))
			.single();
	}

	byte[] thumbnail(long fileId) {
		return this.jdbc.sql("select thumbnail from evidence_content where file_id = ?")
			.param(fileId)
			.query((rs, n) -> Objects.requireNonNull(rs.getBytes(1)))
			.single();
	}

}
