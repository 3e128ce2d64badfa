package vn.wardkpi.reminder.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.wardkpi.reminder.Notice;
import vn.wardkpi.reminder.Notices;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.due.DueSubmission;
import vn.wardkpi.submission.due.DueSubmission.State;
import vn.wardkpi.submission.due.DueSubmissions;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * A person's notices, and what a ward's lead units have to do.
 */
@Controller
class NoticeController {

	private final Notices notices;

	private final DueSubmissions forms;

	private final Wards wards;

	private final Clock clock;

	NoticeController(Notices notices, DueSubmissions forms, Wards wards, Clock clock) {
		this.notices = notices;
		this.forms = forms;
		this.wards = wards;
		this.clock = clock;
	}

	@GetMapping("/notices")
	String notices(Actor actor, Model model) {
		List<Notice> latest = this.notices.latest(actor);
		model.addAttribute("notices", latest);
		model.addAttribute("anyUnread", latest.stream().anyMatch((notice) -> !notice.read()));
		return "reminder/notices";
	}

	/**
	 * Goes to what a notice is about, and remembers that it was read.
	 */
	@PostMapping("/notices/{id}/open")
	String open(@PathVariable long id, Actor actor) {
		return "redirect:" + this.notices.open(id, actor).map(Notice::address).orElse("/notices");
	}

	@PostMapping("/notices/read")
	String readAll(Actor actor, RedirectAttributes redirect) {
		this.notices.markAllRead(actor);
		redirect.addFlashAttribute("flash", "reminder.flash.read");
		return "redirect:/notices";
	}

	@GetMapping("/wards/{code}/due")
	String due(@PathVariable String code, Actor actor, Model model) {
		Ward ward = this.wards.require(code);
		DueSubmissions.Due due = this.forms.of(ward.code(), LocalDate.now(this.clock), actor);
		Map<State, Integer> counts = new EnumMap<>(State.class);
		Map<String, List<DueSubmission>> units = new LinkedHashMap<>();
		for (DueSubmission one : due.forms()) {
			counts.merge(one.state(), 1, Integer::sum);
			units.computeIfAbsent(one.form().unitName(), (name) -> new ArrayList<>()).add(one);
		}
		model.addAttribute("ward", ward);
		model.addAttribute("illustrative", ward.illustrative());
		model.addAttribute("counts", counts);
		model.addAttribute("units", units);
		model.addAttribute("next", due.calendar().next(due.years(), due.today()).orElse(null));
		return "reminder/due";
	}

}
