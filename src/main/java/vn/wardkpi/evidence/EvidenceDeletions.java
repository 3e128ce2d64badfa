package vn.wardkpi.evidence;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface EvidenceDeletions extends Repository<EvidenceDeletion, Long> {

	EvidenceDeletion saveAndFlush(EvidenceDeletion deletion);

	Optional<EvidenceDeletion> findByFileIdAndRestoredAtIsNull(long fileId);

}
