package org.sharedregistry.regime;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.RegimeFile.Place;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/regimes")
class RegimeController {

    private final Regimes regimes;
    private final RegimeSchema schema;
    private final Idempotency idempotency;

    RegimeController(Regimes regimes, RegimeSchema schema, Idempotency idempotency) {
        this.regimes = regimes;
        this.schema = schema;
        this.idempotency = idempotency;
    }

    /** The newest version of each regime. */
    @GetMapping
    RegimeList list() {
        return new RegimeList(regimes.newest().stream().map(RegimeFile::text).toList());
    }

    /** The form in which regimes are written down, as JSON Schema. */
    @GetMapping(path = "/schema", produces = "application/schema+json")
    ResponseEntity<Resource> schema() {
        return ResponseEntity.ok(schema.file());
    }

    /** One regime: the version that is recorded last, and all versions, the newest first. */
    @GetMapping("/{id}")
    RegimeVersions one(@PathVariable String id) {
        List<JsonNode> versions =
                regimes.files(id).stream().map(RegimeFile::text).toList();
        if (versions.isEmpty()) {
            throw RegistryProblem.notFound("regime");
        }
        return new RegimeVersions(versions.get(0), versions);
    }

    @GetMapping("/{id}/versions/{version}")
    JsonNode version(@PathVariable String id, @PathVariable int version) {
        return regimes.file(id, version)
                .map(RegimeFile::text)
                .orElseThrow(() -> RegistryProblem.notFound("version of a regime"));
    }

    /** Records a new version as written in the body. It applies from its own first day; what was in force until then stays. */
    @PostMapping(path = "/{id}/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> record(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody String file) {
        caller.require(Role.OPERATOR);
        return idempotency.once(caller, key, List.of(id, file), () -> {
            Place place = regimes.record(caller, file);
            if (!place.regime().equals(id)) {
                throw RegistryProblem.field(
                        "/regime", "The file is about another regime than the address, " + id + ".");
            }
            return ResponseEntity.created(URI.create("/api/v1/regimes/" + id + "/versions/" + place.version()))
                    .body(place);
        });
    }

    record RegimeList(List<JsonNode> items) {}

    record RegimeVersions(JsonNode current, List<JsonNode> versions) {}
}
