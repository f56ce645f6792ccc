package org.sharedregistry.goods;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.goods.Site.Description;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Period;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Production sites: a manufacturer enters its own, the authority of its state says what each may make. */
@RestController
@RequestMapping("/api/v1/sites")
class SiteController {

    private final Sites sites;
    private final Manufacturers manufacturers;
    private final Idempotency idempotency;

    SiteController(Sites sites, Manufacturers manufacturers, Idempotency idempotency) {
        this.sites = sites;
        this.manufacturers = manufacturers;
        this.idempotency = idempotency;
    }

    @GetMapping("/{id}")
    ResponseEntity<SiteView> one(@PathVariable UUID id) {
        return answer(sites.byId(id).orElseThrow(() -> RegistryProblem.notFound("site")));
    }

    @PostMapping
    ResponseEntity<?> enter(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewSite request) {
        caller.require(Role.MANUFACTURER);
        return idempotency.once(caller, key, request, () -> {
            UUID id = UUID.randomUUID();
            Site site = sites.enter(
                    RecordLog.Entry.of(caller.account(), "site.entered", id),
                    id,
                    caller.requiredOrganisation(),
                    new Description(request.name, request.address, false, Set.of(), Set.of(), null));
            return ResponseEntity.created(URI.create("/api/v1/sites/" + site.id()))
                    .eTag(site.etag())
                    .body(SiteView.of(site));
        });
    }

    /** Says what holds of a site on some days; what was recorded before stays and holds on the others. */
    @PutMapping("/{id}")
    @Transactional
    public ResponseEntity<SiteView> describe(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody Version version) {
        caller.require(Role.AUTHORITY);
        Site site = sites.lock(id).orElseThrow(() -> RegistryProblem.notFound("site"));
        String state =
                manufacturers.byId(site.manufacturer()).map(Manufacturer::state).orElseThrow();
        if (!state.equals(caller.requiredState())) {
            throw new RegistryProblem(ProblemType.FORBIDDEN, "The authority of " + state + " decides on sites there.");
        }
        if (!ifMatch.equals(site.etag())) {
            throw new RegistryProblem(
                    ProblemType.PRECONDITION_FAILED, "Read the site again and decide on what it says now.");
        }
        return answer(sites.describe(
                new RecordLog.Entry(caller.account(), "site.described", id.toString(), version.reason, version.act),
                site,
                version.valid(),
                version.description));
    }

    private static ResponseEntity<SiteView> answer(Site site) {
        return ResponseEntity.ok().eTag(site.etag()).body(SiteView.of(site));
    }

    record NewSite(String name, String address) {}

    /**
     * What holds of a site on some days.
     *
     * @param from the first day
     * @param to the last day; null while there is none
     */
    record Version(LocalDate from, @Nullable LocalDate to, String act, String reason, Description description) {

        Version {
            if (from == null || description == null) {
                throw RegistryProblem.field("/from", "Say from which day what is to hold.");
            }
            if (act == null || act.isBlank() || reason == null || reason.isBlank()) {
                throw RegistryProblem.field("/act", "An authorisation names its act and its reason.");
            }
            if (to != null && to.isBefore(from)) {
                throw RegistryProblem.field("/to", "It cannot end before it begins.");
            }
        }

        Period valid() {
            return Period.inclusive(from, to);
        }
    }

    record SiteView(UUID id, UUID manufacturer, List<VersionView> versions) {
        static SiteView of(Site site) {
            return new SiteView(
                    site.id(),
                    site.manufacturer(),
                    site.descriptions().recorded().stream()
                            .map(version -> new VersionView(
                                    version.sequence(),
                                    version.valid().firstDay().orElse(null),
                                    version.valid().lastDay().orElse(null),
                                    version.fact()))
                            .toList());
        }
    }

    record VersionView(
            long sequence,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Description description) {}
}
