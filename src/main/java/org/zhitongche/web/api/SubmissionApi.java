package org.zhitongche.web.api;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.documents.Answers;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.documents.Origin;
import org.zhitongche.documents.SubmissionReader;
import org.zhitongche.intake.Arrival;
import org.zhitongche.intake.Outcome;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Problem;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The door for other systems: {@code appeal-submission/1} in, {@code receipt/1} out. */
final class SubmissionApi implements Pages {

    private final ApiWork work;
    private final Callers callers;
    private final Bodies bodies;
    private final SubmissionReader reader;
    private final Answers answers;

    SubmissionApi(ApiWork work, Callers callers, Bodies bodies) {
        this.work = work;
        this.callers = callers;
        this.bodies = bodies;
        this.reader = new SubmissionReader(work.directory(), work.words(), work.limits());
        this.answers = new Answers(work.words(), work.trackingUrl());
    }

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/api/v1/appeals", Guard.SUBMITTER, this::submit);
    }

    private void submit(Visit visit) throws IOException, InterruptedException {
        callers.use(visit);
        try {
            bodies.with(visit, json -> takeIn(visit, json));
        } catch (Problem tooLarge) {
            if (tooLarge.status() == 413 && tooLarge.key().equals("error.413")) {
                refused(visit, "body.too-large", null);
            }
            throw tooLarge;
        }
    }

    private void takeIn(Visit visit, String json) {
        Submission submission;
        try {
            submission = reader.read(json, new Origin(UUID.randomUUID(), Door.API, Source.API, null, visit.viewer().id(), true,
                visit.viewer().uscc(), key(visit), work.clock().instant()));
        } catch (BadDocument bad) {
            refused(visit, "fault." + bad.rule(), bad.getMessage());
            throw bad;
        }
        answer(visit, submission, work.takeIn().takeIn(submission));
    }

    private void answer(Visit visit, Submission submission, Receipt receipt) {
        if (receipt.status() == Receipt.Status.CONFLICT) {
            throw new Problem(409, Map.of("rule", "submission.same-key", "field", "messageId"), "fault.submission.same-key");
        }
        if (receipt.status() == Receipt.Status.CREATED) {
            visit.status(201).request().header("Location", "/api/v1/appeals/" + receipt.number());
        }
        visit.json(answers.receipt(submission.key(), receipt));
    }

    /** The sender knows at once, so nothing is kept but the count. */
    private void refused(Visit visit, String reason, String detail) {
        work.arrivals().record(Arrival.put(Outcome.REFUSED, Door.API, null, visit.viewer().id(), work.clock().instant(), reason,
            detail, null, null));
    }

    /** Null where the document names its own. */
    static String key(Visit visit) {
        String key = visit.request().header("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > 200) {
            throw Parameters.wrong("Idempotency-Key", key.substring(0, 20) + "…", visit.words().get("form.too-long", 200));
        }
        return key.strip();
    }
}
