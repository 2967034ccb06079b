package org.zhitongche.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.zhitongche.classify.Drift;

/** The latest week of the platform's word beside what people decided, as metrics; no value where there is nothing to judge. */
final class DriftGauges {

    private DriftGauges() {}

    static void register(MeterRegistry metrics, Drift drift) {
        gauge(metrics, drift, "classify.category.agreed", "share decided by people as the platform said", Drift.Week::categoryShare);
        gauge(metrics, drift, "classify.lead.agreed", "share led by the department that the platform said", Drift.Week::leadShare);
        gauge(metrics, drift, "classify.itself.right", "share of what it dispatched by itself that stayed there", Drift.Week::itselfShare);
        gauge(metrics, drift, "classify.triage", "share put before a person at take-in", Drift.Week::triageShare);
        gauge(metrics, drift, "classify.words.new", "words that nobody said in the eight weeks before", week -> (double) week.newWords().size());
    }

    private static void gauge(MeterRegistry metrics, Drift drift, String name, String description, Function<Drift.Week, Double> what) {
        Gauge.builder(name, () -> drift.known().map(what).orElse(null)).description(description).register(metrics);
    }
}
