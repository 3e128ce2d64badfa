package vn.wardkpi.ward;

import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.WardCode;

/**
 * Adds invented wards for demonstrations; every page marks them as such.
 */
@Service
public class IllustrativeWards {

	private final EntityManager entities;

	IllustrativeWards(EntityManager entities) {
		this.entities = entities;
	}

	/**
	 * The ward is there for the SQL of the same transaction, too.
	 * @param name full name with its kind: "Phường Mẫu"
	 * @throws IllegalArgumentException if the code could be an official one
	 */
	@Transactional
	public void add(WardCode code, String name, WardKind kind, String provinceCode) {
		Province province = this.entities.getReference(Province.class, provinceCode);
		this.entities.persist(Ward.illustrative(code, name, kind, province));
		this.entities.flush();
	}

}
