package org.sharedregistry.attestation;

import java.util.Comparator;
import java.util.List;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Sources.Source;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fresh what was taken from other registers is. */
@RestController
@RequestMapping("/api/v1/sources")
class SourceController {

    private final Sources sources;

    SourceController(Sources sources) {
        this.sources = sources;
    }

    @GetMapping
    SourceList all() {
        return new SourceList(sources.known().stream()
                .sorted(Comparator.comparing(Source::name))
                .toList());
    }

    /** Records that a register was read up to a day. */
    @PutMapping("/{name}")
    Source read(Caller caller, @PathVariable String name, @RequestBody Source source) {
        caller.require(Role.OPERATOR);
        if (!name.equals(source.name())) {
            throw RegistryProblem.field("/name", "The address names another register, " + name + ".");
        }
        sources.read(caller, source);
        return source;
    }

    record SourceList(List<Source> items) {}
}
