package org.zhitongche.web.papers;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.zhitongche.papers.Format;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Problem;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 月度通报, asked for on the page of figures. */
final class BulletinPages implements Pages {

    private final PaperDownloads downloads;

    BulletinPages(PaperDownloads downloads) {
        this.downloads = downloads;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/admin/figures/bulletin", Guard.OVERSIGHT, this::download);
    }

    private void download(Visit visit) {
        Format format = Format.find(visit.query("format").orElse(Format.PDF.key())).orElseThrow(() -> visit.unknown("format"));
        YearMonth month = month(visit.query("month").orElse(""));
        downloads.send(visit, downloads.papers().bulletin(month, null), format, month.toString());
    }

    private static YearMonth month(String said) {
        try {
            return YearMonth.parse(said);
        } catch (DateTimeException e) {
            throw new Problem(422, "papers.month-wrong");
        }
    }
}
