package vn.wardkpi.account.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.HandOverTurned;
import vn.wardkpi.database.Columns;
import vn.wardkpi.shared.WardCode;

/**
 * Lets what is handed over begin and end on its days. What somebody may do is computed by
 * the day itself; here the sessions of both end, so that they go on with it, and what is
 * handed over for good becomes the other's own. Instances that turn together change
 * nothing twice.
 */
@Component
class HandOverDays {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	HandOverDays(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@Scheduled(cron = "${ward-kpi.hand-over.cron}", zone = "${ward-kpi.time-zone}")
	@Transactional
	void turn() {
		turn(LocalDate.now(this.clock));
	}

	/**
	 * Begins what is due, ends what is over.
	 */
	@Transactional
	public void turn(LocalDate today) {
		List<Long> over = this.jdbc.sql("""
				update hand_over set ended_at = :now, ended_by = 'program'
				where ended_at is null and last_day < :today returning id
				""").param("now", now()).param("today", today).query(Long.class).list();
		over.forEach((id) -> {
			endSessions(id);
			tell(id, false, null);
		});
		List<Long> begun = this.jdbc.sql("""
				update hand_over set begun = true where not begun and ended_at is null and first_day <= ? returning id
				""").param(today).query(Long.class).list();
		for (long id : begun) {
			settle(id, today);
			endSessions(id);
			tell(id, true, null);
		}
	}

	/**
	 * @return whether it stood
	 */
	@Transactional
	public boolean end(long id, String by) {
		int ended = this.jdbc.sql("update hand_over set ended_at = ?, ended_by = ? where id = ? and ended_at is null")
			.params(now(), by, id)
			.update();
		endSessions(id);
		if (ended == 1) {
			tell(id, false, by);
		}
		return ended == 1;
	}

	/** What never began is not over. */
	private void tell(long id, boolean begun, @Nullable String by) {
		this.jdbc.sql("""
				select f.ward_code, f.username, f.display_name, t.username as to_username, t.display_name as to_name,
				       h.first_day, h.last_day
				from hand_over h join user_account f on f.id = h.from_user join user_account t on t.id = h.to_user
				where h.id = ? and h.begun
				""")
			.param(id)
			.query((rs, n) -> new HandOverTurned(new WardCode(Columns.text(rs, "ward_code")),
					Columns.text(rs, "username"), Columns.text(rs, "display_name"), Columns.text(rs, "to_username"),
					Columns.text(rs, "to_name"), Columns.day(rs, "first_day"), Columns.dayOrNull(rs, "last_day"), begun,
					by))
			.optional()
			.ifPresent(this.events::publishEvent);
	}

	/** A reviewer has no lead units that could become another's. */
	private void settle(long id, LocalDate today) {
		boolean forGood = this.jdbc.sql("""
				select exists (select from hand_over_on(:today) h join user_account f on f.id = h.from_user
				               where h.id = :id and h.last_day is null and f.role = 'OFFICIAL')
				""").param("today", today).param("id", id).query(Boolean.class).single();
		if (!forGood) {
			return;
		}
		this.jdbc.sql("""
				insert into user_lead_unit (user_id, ward_code, lead_unit_code)
				select h.to_user, l.ward_code, l.lead_unit_code from hand_over h
				join user_lead_unit l on l.user_id = h.from_user where h.id = ?
				on conflict do nothing
				""").param(id).update();
		this.jdbc.sql("""
				update user_account t set all_lead_units = true
				from hand_over h join user_account f on f.id = h.from_user
				where h.id = ? and t.id = h.to_user and f.all_lead_units
				""").param(id).update();
		this.jdbc.sql("delete from user_lead_unit where user_id = (select from_user from hand_over where id = ?)")
			.param(id)
			.update();
		this.jdbc.sql("""
				update user_account set all_lead_units = false where id = (select from_user from hand_over where id = ?)
				""").param(id).update();
		this.jdbc.sql("update hand_over set ended_at = ?, ended_by = 'program' where id = ?")
			.params(now(), id)
			.update();
	}

	private void endSessions(long id) {
		this.jdbc.sql("""
				update user_account u set version = u.version + 1 from hand_over h
				where h.id = ? and h.begun and u.id in (h.from_user, h.to_user)
				""").param(id).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
