package org.sharedregistry.regime;

import java.util.List;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regimes")
class RegimeController {

    private final Regimes regimes;

    RegimeController(Regimes regimes) {
        this.regimes = regimes;
    }

    @GetMapping
    RegimeList list() {
        return new RegimeList(regimes.newest());
    }

    /** One regime: the version that is recorded last, and all versions. */
    @GetMapping("/{id}")
    RegimeVersions one(@PathVariable String id) {
        List<RegimeDocument> versions = regimes.documents(id);
        if (versions.isEmpty()) {
            throw RegistryProblem.notFound("regime");
        }
        return new RegimeVersions(versions.get(0), versions);
    }

    record RegimeList(List<RegimeDocument> items) {}

    record RegimeVersions(RegimeDocument current, List<RegimeDocument> versions) {}
}
