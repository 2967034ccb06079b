package org.zhitongche.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** At most so many of something per key (an address, an account) and time, on this node. */
public final class Limit {

    private final LoadingCache<String, Bucket> buckets;

    public Limit(int times, Duration per) {
        buckets = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(per.multipliedBy(2)).build(
            key -> Bucket.builder().addLimit(l -> l.capacity(times).refillGreedy(times, per)).build());
    }

    /** Uses one up, or throws {@link TooMany}. */
    public void use(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMany(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    /** Forgets what was used, e.g. after a successful sign-in. */
    public void reset(String key) {
        buckets.invalidate(key);
    }
}
