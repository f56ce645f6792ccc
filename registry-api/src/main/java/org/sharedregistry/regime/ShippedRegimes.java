package org.sharedregistry.regime;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records the regime versions that come with the product, at each start those that are new, before anybody can ask. */
@Component
class ShippedRegimes implements InitializingBean {

    private final Regimes regimes;
    private final JsonMapper json;

    ShippedRegimes(Regimes regimes, JsonMapper json) {
        this.regimes = regimes;
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:regimes/*.json")) {
            try (InputStream in = file.getInputStream()) {
                regimes.record(json.readValue(in, RegimeDocument.class));
            }
        }
    }
}
