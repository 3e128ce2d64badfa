package vn.wardkpi.report.content;

/**
 * What an issued report bears on each of its pages.
 *
 * @param line its code, in words
 * @param link what the square code says: the address of the page that tells whether the
 * paper agrees with the record, or the code alone where there is no address
 */
public record PaperMark(String line, String link) {
}
