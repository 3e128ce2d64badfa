package vn.wardkpi.submission;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import vn.wardkpi.attainment.ReportingPeriod;

public interface Submissions extends Repository<Submission, Long> {

	Submission saveAndFlush(Submission submission);

	/**
	 * Starts a form unless it is there already, however many do so at once.
	 */
	@Modifying
	@Query(value = """
			insert into submission (plan_id, year, period, lead_unit_id, status)
			values (:planId, :year, :#{#period.name()}, :leadUnitId, 'DRAFT')
			on conflict (plan_id, year, period, lead_unit_id) do nothing
			""", nativeQuery = true)
	void startIfAbsent(long planId, int year, ReportingPeriod period, long leadUnitId);

	/**
	 * Nobody else enters, submits or reviews the form's figures until the transaction
	 * ends: of two at once one comes second and sees what the first did.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select s from Submission s
			where s.planId = :planId and s.year = :year and s.period = :period and s.leadUnitId = :leadUnitId
			""")
	Optional<Submission> lock(long planId, int year, ReportingPeriod period, long leadUnitId);

	/**
	 * What a person is called; the user name of whoever has no account, as the program
	 * itself.
	 */
	@Query(value = "select coalesce((select p.name from person_row p where p.username = :username), :username)",
			nativeQuery = true)
	String nameOf(String username);

}
