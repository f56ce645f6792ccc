package org.sharedregistry.judged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys of the demo's goods, by their Russian names: registry numbers change with the year. */
record DemoGoods(Map<String, String> keysByName) {

    static DemoGoods read() {
        try (InputStream file = Objects.requireNonNull(DemoGoods.class.getResourceAsStream("/demo/registry.json"))) {
            Map<String, String> keys = new HashMap<>();
            for (JsonNode each : JsonMapper.builder().build().readTree(file).path("goods")) {
                keys.put(each.at("/names/ru").asString(), each.path("key").asString());
            }
            return new DemoGoods(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<String> keys() {
        return keysByName.values();
    }

    String key(String name) {
        return Objects.requireNonNull(keysByName.get(name), name);
    }
}
