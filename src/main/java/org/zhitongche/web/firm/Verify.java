package org.zhitongche.web.firm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Door;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.handling.VerifySender;
import org.zhitongche.web.Form;
import org.zhitongche.web.Limit;
import org.zhitongche.web.Visit;
import org.zhitongche.web.desk.Typed;

/** How the holder of a link shows that the address in the appeal is his: by a code that is sent there. */
final class Verify {

    private final FirmWork work;
    private final CasePage page;
    private final Limit codes = new Limit(10, Duration.ofHours(1));
    private final Limit tries = new Limit(20, Duration.ofHours(1));

    Verify(FirmWork work, CasePage page) {
        this.work = work;
        this.page = page;
    }

    void send(Visit visit, Access access) {
        codes.use(visit.address());
        CaseFile file = getFile(visit, access);
        String email = file.firm().email();
        if (file.appeal().verified() || email == null || email.isBlank()) {
            visit.redirect(access.address());
        } else if (work.verifications().send(access.appeal(), email.strip())) {
            visit.flash("good", "firm.verify.sent").redirect(access.address());
        } else {
            visit.flash("bad", "firm.verify.too-many").redirect(access.address());
        }
    }

    void confirm(Visit visit, Access access) {
        tries.use(visit.address());
        CaseFile file = getFile(visit, access);
        if (file.appeal().verified()) {
            visit.redirect(access.address());
            return;
        }
        Form form = visit.form();
        Optional<String> address = work.verifications().confirm(access.appeal(), form.required("code", 12));
        if (address.isEmpty()) {
            form.check(false, "code", "firm.verify.wrong");
            page.show(visit.status(422), access, new Typed("verify", form));
            return;
        }
        work.acts().act(new ActRequest(null, Actor.SYSTEM, Door.WEB, access.appeal(), null, null, "",
            new VerifySender("code", firm(address.get(), file.appeal().uscc()))));
        visit.flash("good", "firm.verify.done").redirect(access.address());
    }

    /** The firm whose registered contact the address is; null where it is nobody's, or cannot be told. */
    private String firm(String address, String claimed) {
        List<String> firms = work.enterprises().listByContactAddress(address).stream().map(Enterprise::uscc).toList();
        return firms.contains(claimed) ? claimed : firms.size() == 1 ? firms.get(0) : null;
    }

    private CaseFile getFile(Visit visit, Access access) {
        return work.reads().findCase(access.actor(), access.appeal()).orElseThrow(() -> visit.unknown(access.appeal()));
    }
}
