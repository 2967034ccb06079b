package org.zhitongche.web.firm;

import java.util.List;
import org.zhitongche.web.Pages;

/** All pages for firms, beside the front page. */
public final class FirmPages {

    private FirmPages() {
    }

    public static List<Pages> of(FirmWork work) {
        CasePage page = new CasePage(work);
        return List.of(new SubmitPages(work), new OwnPages(work, page), new MessagePages(work), new TrackPages(work, page));
    }
}
