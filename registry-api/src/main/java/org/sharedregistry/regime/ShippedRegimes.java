package org.sharedregistry.regime;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records the regime versions that come with the product, at each start those that are new. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShippedRegimes implements ApplicationRunner {

    private final Regimes regimes;
    private final JsonMapper json;

    ShippedRegimes(Regimes regimes, JsonMapper json) {
        this.regimes = regimes;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:regimes/*.json")) {
            try (InputStream in = file.getInputStream()) {
                regimes.record(json.readValue(in, RegimeDocument.class));
            }
        }
    }
}
