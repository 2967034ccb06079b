package org.zhitongche.web.papers;

import java.util.List;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.papers.Papers;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Surface;

/** All papers of the desk and the centre; those of firms and programs stand with their pages. */
public final class PaperPages {

    private PaperPages() {
    }

    public static List<Pages> of(AppealReads reads, Papers papers) {
        PaperDownloads downloads = new PaperDownloads(papers);
        return List.of(new CasePapers(Surface.DESK, Guard.DEPARTMENT, reads, downloads),
            new CasePapers(Surface.ADMIN, Guard.OVERSIGHT, reads, downloads), new BulletinPages(downloads));
    }
}
