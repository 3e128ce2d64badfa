package vn.wardkpi.plan.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.shared.Problem;

/**
 * What must hold between the indicators of a plan, whoever changes them: an import, a
 * correction or a decision.
 */
public final class IndicatorTree {

	/**
	 * Found where a plan still waits for the units to be named; nothing else depends on
	 * it.
	 */
	public static final String LEAD_UNIT_MISSING = "lead-unit-missing";

	private final Map<String, Node> byNo = new LinkedHashMap<>();

	private final Map<String, List<Node>> below = new HashMap<>();

	private final List<Finding> findings = new ArrayList<>();

	private IndicatorTree(Collection<Node> nodes) {
		Set<String> twice = new HashSet<>();
		for (Node node : nodes) {
			if (this.byNo.putIfAbsent(node.no(), node) != null && twice.add(node.no())) {
				add(node, "no", Problem.error("indicator-twice", node.no()));
			}
			if (node.parentNo() != null) {
				this.below.computeIfAbsent(node.parentNo(), (no) -> new ArrayList<>()).add(node);
			}
		}
	}

	/**
	 * Everything that is wrong, in the order of the indicators; each an ERROR.
	 * @param nodes in the order of the annex
	 */
	public static List<Finding> check(Collection<Node> nodes) {
		IndicatorTree tree = new IndicatorTree(nodes);
		Set<String> above = new HashSet<>();
		for (Node node : nodes) {
			tree.parent(node, above);
			tree.role(node);
			tree.decisive(node);
			tree.leadUnits(node);
			above.add(node.no());
		}
		return List.copyOf(tree.findings);
	}

	private void parent(Node node, Set<String> above) {
		String parent = node.parentNo();
		if (parent == null) {
			return;
		}
		if (!this.byNo.containsKey(parent)) {
			add(node, "parentNo", Problem.error("parent-unknown", node.no(), parent));
		}
		else if (!above.contains(parent)) {
			add(node, "parentNo", Problem.error("parent-not-above", node.no(), parent));
		}
	}

	private void role(Node node) {
		if (node.rule().role() == IndicatorRole.BREAKDOWN && node.parentNo() == null) {
			add(node, "role", Problem.error("breakdown-without-parent", node.no()));
		}
		Node above = (node.parentNo() != null) ? this.byNo.get(node.parentNo()) : null;
		if (node.parentNo() != null && (node.isSupplementary() || (above != null && above.isSupplementary()))) {
			add(node, "role", Problem.error("supplementary-in-tree", node.no()));
		}
		if (node.isGroup() && this.below.getOrDefault(node.no(), List.of()).isEmpty()) {
			add(node, "role", Problem.error("group-empty", node.no()));
		}
		if (node.isGroup() && node.ownNumbers()) {
			add(node, "role", Problem.error("group-with-target", node.no()));
		}
	}

	private void decisive(Node node) {
		if (!node.rule().decisive()) {
			return;
		}
		String parent = node.parentNo();
		if (parent == null) {
			add(node, "decisive", Problem.error("decisive-without-parent", node.no()));
			return;
		}
		Node group = this.byNo.get(parent);
		if (group != null && !group.isGroup()) {
			add(node, "decisive", Problem.error("decisive-outside-group", node.no(), parent));
		}
		boolean another = this.below.getOrDefault(parent, List.of())
			.stream()
			.takeWhile((sibling) -> !sibling.no().equals(node.no()))
			.anyMatch((sibling) -> sibling.rule().decisive());
		if (another) {
			add(node, "decisive", Problem.error("decisive-twice", node.no()));
		}
	}

	/** Nobody enters a group's figures; its sub-indicators each have their own unit. */
	private void leadUnits(Node node) {
		if (!node.isGroup() && !hasLeadUnit(node)) {
			add(node, "leadUnits", Problem.error(LEAD_UNIT_MISSING, node.no()));
		}
	}

	private boolean hasLeadUnit(Node node) {
		Set<String> seen = new HashSet<>();
		Node at = node;
		while (at != null && seen.add(at.no())) {
			if (!at.leadUnits().isEmpty()) {
				return true;
			}
			at = (at.parentNo() != null) ? this.byNo.get(at.parentNo()) : null;
		}
		return false;
	}

	private void add(Node node, String field, Problem problem) {
		this.findings.add(new Finding(node.no(), field, problem));
	}

	/**
	 * An indicator in its place.
	 *
	 * @param leadUnits codes of its own lead units; where it names none, its parent's
	 * answer for it
	 * @param ownNumbers whether it has a target or a figure of its own
	 */
	public record Node(IndicatorRule rule, List<String> leadUnits, boolean ownNumbers) {

		public Node {
			leadUnits = List.copyOf(leadUnits);
		}

		String no() {
			return this.rule.no();
		}

		@Nullable String parentNo() {
			return this.rule.parentNo();
		}

		boolean isGroup() {
			return this.rule.role() == IndicatorRole.GROUP;
		}

		boolean isSupplementary() {
			return this.rule.role() == IndicatorRole.SUPPLEMENTARY;
		}

	}

	/**
	 * @param no number of the indicator
	 * @param field which of its attributes is wrong
	 */
	public record Finding(String no, String field, Problem problem) {
	}

}
