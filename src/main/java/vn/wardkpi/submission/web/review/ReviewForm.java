package vn.wardkpi.submission.web.review;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.submission.review.ReturnedRows;

/**
 * A reviewer's decision as typed, so that it can be shown again as it was left.
 */
class ReviewForm {

	private Map<String, RowForm> rows = new LinkedHashMap<>();

	private String comment = "";

	private String template = "";

	private boolean approveRest;

	private boolean next;

	private @Nullable Integer version;

	private String state = "";

	private String order = "";

	private String reason = "";

	/**
	 * Rows that are ticked go back; what was typed beside others does not count.
	 */
	ReturnedRows returned() {
		Map<String, String> comments = new LinkedHashMap<>();
		this.rows.forEach((no, row) -> {
			if (row.isReturned()) {
				comments.put(no, row.getComment());
			}
		});
		return new ReturnedRows(getComment(), comments, this.approveRest);
	}

	/** A template that was chosen stands before what was typed. */
	private static String together(String template, String comment) {
		boolean both = !template.isBlank() && !comment.isBlank();
		return template.strip() + (both ? "\n" : "") + comment;
	}

	public Map<String, RowForm> getRows() {
		return this.rows;
	}

	public void setRows(Map<String, RowForm> rows) {
		this.rows = rows;
	}

	public String getComment() {
		return together(this.template, this.comment);
	}

	/** One of the ward's, chosen without a script. */
	public void setTemplate(String template) {
		this.template = template;
	}

	public void setComment(String comment) {
		this.comment = comment;
	}

	public boolean isApproveRest() {
		return this.approveRest;
	}

	public void setApproveRest(boolean approveRest) {
		this.approveRest = approveRest;
	}

	/** Whether the next form is wanted after this one. */
	public boolean isNext() {
		return this.next;
	}

	public void setNext(boolean next) {
		this.next = next;
	}

	/** The form's version its author has seen. */
	public @Nullable Integer getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable Integer version) {
		this.version = version;
	}

	/** How the form stood then, in words. */
	public String getState() {
		return this.state;
	}

	public void setState(String state) {
		this.state = state;
	}

	/** "annex" for the order of the annex, else what is unusual comes first. */
	public String getOrder() {
		return this.order;
	}

	public void setOrder(String order) {
		this.order = order;
	}

	/** Why an approved form is opened again. */
	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	/**
	 * One row's mark.
	 */
	static class RowForm {

		private boolean returned;

		private String comment = "";

		private String template = "";

		public boolean isReturned() {
			return this.returned;
		}

		public void setReturned(boolean returned) {
			this.returned = returned;
		}

		public String getComment() {
			return together(this.template, this.comment);
		}

		public void setTemplate(String template) {
			this.template = template;
		}

		public void setComment(String comment) {
			this.comment = comment;
		}

	}

}
