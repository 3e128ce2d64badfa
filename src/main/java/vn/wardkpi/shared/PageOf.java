package vn.wardkpi.shared;

import java.util.List;

/**
 * One page of a list, in the shape the API answers.
 *
 * @param page number of the page, from 0
 * @param size most items a page holds
 * @param total items in the whole list
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

	public PageOf {
		items = List.copyOf(items);
	}

}
