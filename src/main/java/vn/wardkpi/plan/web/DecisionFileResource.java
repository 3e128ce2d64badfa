package vn.wardkpi.plan.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.intake.content.CheckedFile;
import vn.wardkpi.plan.decision.DecisionFiles;
import vn.wardkpi.shared.Actor;

/**
 * The documents of decisions.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/decisions/{decision}/file")
class DecisionFileResource {

	/** Nothing in a file may load, run or frame anything, whatever its kind. */
	private static final String FOR_FILES = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; "
			+ "base-uri 'none'; sandbox";

	private final DecisionFiles files;

	DecisionFileResource(DecisionFiles files) {
		this.files = files;
	}

	/**
	 * The latest that was attached.
	 */
	@GetMapping
	ResponseEntity<Resource> file(@PathVariable long id, @PathVariable long decision, Actor actor) {
		return download(this.files.latest(id, decision, actor));
	}

	/**
	 * 201: kept beside earlier ones.
	 */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<AttachedFile> attach(@PathVariable long id, @PathVariable long decision,
			@RequestPart MultipartFile file, Actor actor) throws IOException {
		var taken = this.files.check(id, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(),
				actor);
		this.files.attach(id, decision, taken, actor);
		return ResponseEntity.created(URI.create("/api/v1/plans/" + id + "/decisions/" + decision + "/file"))
			.body(AttachedFile.of(taken.file()));
	}

	/**
	 * To be saved, never shown in the program's own pages.
	 */
	static ResponseEntity<Resource> download(DecisionFiles.Opened opened) {
		ContentDisposition disposition = ContentDisposition.attachment()
			.filename(opened.file().name(), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.eTag("\"" + opened.file().sha256() + "\"")
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header("Content-Security-Policy", FOR_FILES)
			.header("X-Content-Type-Options", "nosniff")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.contentType(MediaType.parseMediaType(opened.file().kind().mediaType()))
			.body(opened.content());
	}

	record AttachedFile(String name, long size, String sha256) {

		static AttachedFile of(CheckedFile file) {
			return new AttachedFile(file.name(), file.size(), file.sha256());
		}

	}

}
