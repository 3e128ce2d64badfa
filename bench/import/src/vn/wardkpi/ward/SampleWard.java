package vn.wardkpi.ward;

import vn.wardkpi.shared.WardCode;

/**
 * A ward without a database.
 */
public final class SampleWard {

	private SampleWard() {
	}

	public static Ward ward() {
		return Ward.illustrative(new WardCode("99009"), "Phường Đo", WardKind.PHUONG, new Province() {

			@Override
			public String name() {
				return "Tỉnh Đo";
			}

		});
	}

}
