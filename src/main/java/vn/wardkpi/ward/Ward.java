package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;

/**
 * A commune-level unit, or a district of before 1/7/2025. What official lists say of it
 * comes with the program; nothing in it changes.
 */
@Entity
@Immutable
public class Ward {

	/** More than there are wards, so that the predecessors of all are read at once. */
	private static final int ALL = 5000;

	private static final Comparator<Object> VIETNAMESE = Collator.getInstance(new ULocale("vi")).freeze();

	@Id
	private String code;

	private String name;

	@Enumerated(EnumType.STRING)
	private WardKind kind;

	@ManyToOne(optional = false)
	@JoinColumn(name = "province_code")
	private Province province;

	private String searchKey;

	private boolean illustrative;

	private @Nullable LocalDate validFrom;

	private @Nullable LocalDate validTo;

	@ElementCollection
	@CollectionTable(name = "ward_predecessor", joinColumns = @JoinColumn(name = "ward_code"))
	@BatchSize(size = ALL)
	private List<Predecessor> predecessors = new ArrayList<>();

	private Ward(WardCode code, String name, WardKind kind, Province province) {
		this.code = code.value();
		this.name = name;
		this.kind = kind;
		this.province = province;
		this.searchKey = SearchKey.of(name);
		this.illustrative = true;
	}

	@SuppressWarnings("NullAway.Init")
	protected Ward() {
	}

	/**
	 * An invented unit; every page marks it as such.
	 * @param name full name with its kind: "Phường Mẫu"
	 * @throws IllegalArgumentException if the code could be an official one
	 */
	static Ward illustrative(WardCode code, String name, WardKind kind, Province province) {
		if (!code.value().startsWith("99")) {
			throw new IllegalArgumentException("Codes of invented wards begin with 99, which no official one does");
		}
		return new Ward(code, name, kind, province);
	}

	public WardCode code() {
		return new WardCode(this.code);
	}

	/** Full official name: "Phường Từ Liêm". */
	public String name() {
		return this.name;
	}

	public WardKind kind() {
		return this.kind;
	}

	public Province province() {
		return this.province;
	}

	public String provinceCode() {
		return this.province.code();
	}

	public String provinceName() {
		return this.province.name();
	}

	/** Whether the unit is invented and must be marked so. */
	public boolean illustrative() {
		return this.illustrative;
	}

	/** First day in this form, if known. */
	public @Nullable LocalDate validFrom() {
		return this.validFrom;
	}

	/** First day on which it is no more, if abolished. */
	public @Nullable LocalDate validTo() {
		return this.validTo;
	}

	/** The units it was made of, whole ones first; read within a transaction. */
	public List<Predecessor> predecessors() {
		return this.predecessors.stream()
			.sorted(Comparator.comparing(Predecessor::part).thenComparing(Predecessor::name, VIETNAMESE))
			.toList();
	}

	/**
	 * The name that is unique in the country, as used within a sentence: "phường Từ Liêm,
	 * Hà Nội".
	 */
	public String displayName() {
		return inSentence(this.name) + ", " + this.province.nameWithoutKind();
	}

	/**
	 * The name with its kind in lower case, as Vietnamese writes it within a sentence.
	 */
	public static String inSentence(String name) {
		return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	/**
	 * A unit that this one was made of.
	 *
	 * @param part whether only a part of it came here
	 * @param source the document that says so
	 */
	@Embeddable
	public record Predecessor(@Column(name = "predecessor_name") String name,
			@Column(name = "predecessor_kind") String kind, boolean part, String source) {
	}

}
