package org.sharedregistry.goods;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.goods.Site.Description;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.recognition.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of sites and of their versions. */
final class SiteVersions {

    private final JsonMapper json;
    private final VersionTable<Description> descriptions;

    SiteVersions(JdbcClient jdbc, JsonMapper json) {
        this.json = json;
        this.descriptions = new VersionTable<>(jdbc, json, "site", Description.class);
    }

    void add(UUID id, long sequence, Period valid, Description description) {
        descriptions.add(id, sequence, valid, description);
    }

    /** An SQL expression for the sites of a manufacturer, in a query with a parameter {@code known}. */
    String ofManufacturer(String id) {
        return """
                (select json_agg(json_build_object('id', s.id, 'revision', s.revision, 'versions', %s) order by s.id)
                 from site s where s.manufacturer = %s)""".formatted(descriptions.versionsOf("s.id"), id);
    }

    /** @param sites as the SQL expression gives them; null when there are none */
    List<Site> read(UUID manufacturer, @Nullable String sites) {
        return sites == null
                ? List.of()
                : json.readTree(sites)
                        .valueStream()
                        .filter(site -> !site.path("versions").isNull())
                        .map(site -> site(manufacturer, site))
                        .toList();
    }

    private Site site(UUID manufacturer, JsonNode site) {
        return new Site(
                UUID.fromString(site.path("id").asString()),
                manufacturer,
                site.path("revision").asLong(),
                descriptions.read(site.path("versions")));
    }
}
