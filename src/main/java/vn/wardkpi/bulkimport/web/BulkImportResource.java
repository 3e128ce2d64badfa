package vn.wardkpi.bulkimport.web;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.bulkimport.BatchFiles;
import vn.wardkpi.bulkimport.BulkImport;
import vn.wardkpi.bulkimport.ImportBatch;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

@RestController
@RequestMapping("/api/v1/imports")
class BulkImportResource {

	private final BulkImport bulk;

	private final BatchFiles files;

	private final ReasonMessages messages;

	BulkImportResource(BulkImport bulk, BatchFiles files, ReasonMessages messages) {
		this.bulk = bulk;
		this.files = files;
		this.messages = messages;
	}

	/**
	 * Takes a ZIP of annexes, one file or folder for each ward, named by its code or its
	 * name; they are read in the background and nothing is stored. {@code province} is
	 * the code of the province whose wards they are.
	 */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	ResponseEntity<BatchView> start(@RequestPart MultipartFile file,
			@RequestParam(required = false) @Nullable String province, Actor actor) throws IOException {
		String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
		UUID batch = this.bulk.start(name, file.getBytes(), province, actor);
		return ResponseEntity.accepted().location(URI.create("/api/v1/imports/" + batch)).body(view(batch, actor));
	}

	/**
	 * How far it is, and the report on each file.
	 */
	@GetMapping("/{batch}")
	BatchView batch(@PathVariable UUID batch, Actor actor) {
		return view(batch, actor);
	}

	/**
	 * Lets the plans without an open question be stored as drafts, or that of one file;
	 * they are stored in the background.
	 */
	@PostMapping("/{batch}/store")
	@ResponseStatus(HttpStatus.ACCEPTED)
	BatchView store(@PathVariable UUID batch, @RequestParam(required = false) @Nullable Long annex, Actor actor) {
		if (annex != null) {
			this.files.store(batch, annex, actor);
		}
		else {
			this.bulk.store(batch, actor);
		}
		return view(batch, actor);
	}

	/**
	 * Lets the files that wait rest, and stores nothing more; what is stored stays.
	 */
	@PostMapping("/{batch}/cancel")
	BatchView cancel(@PathVariable UUID batch, Actor actor) {
		this.bulk.cancel(batch, actor);
		return view(batch, actor);
	}

	@PostMapping("/{batch}/resume")
	BatchView resume(@PathVariable UUID batch, Actor actor) {
		this.bulk.resume(batch, actor);
		return view(batch, actor);
	}

	/**
	 * Says of which ward a file is; it is read again.
	 */
	@PutMapping("/{batch}/annexes/{annex}/ward")
	BatchView assign(@PathVariable UUID batch, @PathVariable long annex, @RequestBody AnnexWard body, Actor actor) {
		String code = Objects.requireNonNullElse(body.wardCode(), "");
		if (this.files.assign(batch, annex, code, actor).size() > 1) {
			throw new RefusedException(Kind.INVALID, "bulkimport.ward-unclear", code);
		}
		return view(batch, actor);
	}

	private BatchView view(UUID id, Actor actor) {
		ImportBatch batch = this.bulk.require(id, actor);
		return BatchView.of(batch, this.bulk.files(batch), this.messages);
	}

	/**
	 * @param wardCode such as "00592"
	 */
	record AnnexWard(@Nullable String wardCode) {
	}

}
