package org.zhitongche.web.firm;

import java.util.List;
import org.zhitongche.papers.Papers;
import org.zhitongche.web.Pages;
import org.zhitongche.web.papers.PaperDownloads;

/** All pages for firms, beside the front page. */
public final class FirmPages {

    private FirmPages() {
    }

    public static List<Pages> of(FirmWork work, Papers papers) {
        CasePage page = new CasePage(work, new PaperDownloads(papers));
        return List.of(new SubmitPages(work), new OwnPages(work, page), new MessagePages(work), new TrackPages(work, page));
    }
}
