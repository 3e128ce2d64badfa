package vn.wardkpi.evidence;

import org.springframework.data.repository.Repository;

interface EvidenceFiles extends Repository<EvidenceFile, Long> {

	EvidenceFile saveAndFlush(EvidenceFile file);

}
