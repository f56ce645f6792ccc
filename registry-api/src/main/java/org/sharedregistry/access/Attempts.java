package org.sharedregistry.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;

/** Counts what somebody did in vain or too often; forgotten when nothing was added for a while. */
public final class Attempts {

    private final Cache<Object, Integer> counts;

    public Attempts(Duration remembered) {
        counts = Caffeine.newBuilder()
                .expireAfterWrite(remembered)
                .maximumSize(100_000)
                .build();
    }

    /** @param who a value that says who does what, such as an address */
    public int of(Object who) {
        return Objects.requireNonNullElse(counts.getIfPresent(who), 0);
    }

    public void add(Object who) {
        counts.asMap().merge(who, 1, Integer::sum);
    }

    public void forget(Object who) {
        counts.invalidate(who);
    }
}
