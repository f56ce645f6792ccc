package org.sharedregistry.catalogue;

import org.sharedregistry.search.SearchState;
import org.sharedregistry.search.SearchWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Search as a part of the health of this node, which serves everything else without it. */
@Component("searchHealthIndicator")
class SearchHealth implements HealthIndicator {

    private final SearchWatch watch;

    SearchHealth(SearchWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        SearchState state = watch.state();
        return state.reason()
                .map(reason -> Health.status("DEGRADED").withDetail("reason", reason))
                .orElseGet(Health::up)
                .build();
    }
}
