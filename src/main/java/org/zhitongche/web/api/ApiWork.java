package org.zhitongche.web.api;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.db.Blobs;
import org.zhitongche.directory.Directory;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.notice.Feed;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.stats.Figures;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Proofs;
import org.zhitongche.words.Words;

/**
 * What the API stands on.
 *
 * @param ledger      makes {@code ledger/1}
 * @param publicUrl   where the site is, without a slash at the end
 * @param trackingUrl makes the address of a tracking page of its token
 */
public record ApiWork(AppealReads reads, TakeIn takeIn, Acts acts, Directory directory, Arrivals arrivals, Feed feed,
                      Figures figures, Supplier<?> ledger, SimilarHouse similar, Blobs blobs, Proofs proofs, Words words, FileLimits limits, String publicUrl,
                      UnaryOperator<String> trackingUrl, InstantSource clock) {

    /** The appeal whose number stands in the address. @throws org.zhitongche.appeal.Unknown unless the viewer may see it */
    CaseFile getCase(Visit visit, Actor viewer) {
        UUID id = reads.get(viewer, visit.path("number")).id();
        return reads.findCase(viewer, id).orElseThrow(() -> visit.unknown(id));
    }
}
