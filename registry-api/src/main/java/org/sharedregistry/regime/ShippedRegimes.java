package org.sharedregistry.regime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Records the regime versions that come with the product, at each start those that are new, before anybody can ask. */
@Component
class ShippedRegimes implements InitializingBean {

    private static final Caller SYSTEM = new Caller("system", Role.OPERATOR, null, null);

    private final Regimes regimes;

    ShippedRegimes(Regimes regimes) {
        this.regimes = regimes;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:regimes/*-*.json");
        List<Resource> files = Arrays.stream(found)
                .sorted(Comparator.comparingInt(ShippedRegimes::version))
                .toList();
        for (Resource file : files) {
            regimes.recordShipped(SYSTEM, file.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    /** Files are named {@code <regime>-<version>.json}; a version can only be recorded after the one it follows. */
    private static int version(Resource file) {
        String name = String.valueOf(file.getFilename());
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.')));
    }
}
