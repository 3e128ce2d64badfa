package vn.wardkpi.planimport;

import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.TableChoice;
import vn.wardkpi.ward.Ward;

/**
 * A file beside what was understood of it.
 *
 * @param ward whose plan it may become
 * @param source as it is, without what a person put right
 * @param tables what its tables were taken for
 */
public record ImportReading(Ward ward, SourceFile source, TableChoice tables, Proposal proposal) {
}
