package vn.wardkpi.planimport;

import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.TableChoice;

/**
 * A file beside what was understood of it.
 *
 * @param source as it is, without what a person put right
 * @param tables what its tables were taken for
 */
public record ImportReading(SourceFile source, TableChoice tables, Proposal proposal) {
}
