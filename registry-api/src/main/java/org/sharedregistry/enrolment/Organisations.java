package org.sharedregistry.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Component;

/** Those for whom accounts act: manufacturers, known by their tax number, and bodies, known by their accreditation. */
@Component
class Organisations {

    private final Manufacturers manufacturers;
    private final Bodies bodies;

    Organisations(Manufacturers manufacturers, Bodies bodies) {
        this.manufacturers = manufacturers;
        this.bodies = bodies;
    }

    /** What is recorded under the number of a manufacturer, or the accreditation of a body. */
    Optional<UUID> find(String state, String taxId, Role role, @Nullable String accreditation) {
        return role == Role.BODY
                ? bodies.byAccreditation(String.valueOf(accreditation))
                : manufacturers.all(manufacturers.withTaxIds(List.of(taxId))).values().stream()
                        .filter(each -> each.state().equals(state))
                        .map(Manufacturer::id)
                        .findFirst();
    }

    /** The organisation of an enrolment, recorded if it was not. */
    UUID findOrEnter(Caller caller, Enrolment enrolment) {
        Optional<UUID> found = find(enrolment.state(), enrolment.taxId(), enrolment.role(), enrolment.accreditation());
        if (found.isEmpty()) {
            return enter(caller, enrolment);
        }
        if (enrolment.role() == Role.BODY
                && !bodies.byId(found.get()).orElseThrow().state().equals(enrolment.state())) {
            throw new RegistryProblem(
                    ProblemType.CONFLICT, "The body with this accreditation is recorded in another state.");
        }
        return found.get();
    }

    /** The name of a manufacturer or body. */
    String name(UUID organisation, String language) {
        return manufacturers
                .byId(organisation)
                .map(each -> each.name(language))
                .or(() -> bodies.byId(organisation)
                        .map(Bodies.Body::names)
                        .map(names -> names.getOrDefault(
                                language,
                                names.values().stream().sorted().findFirst().orElse(""))))
                .orElse("");
    }

    private UUID enter(Caller caller, Enrolment enrolment) {
        Map<String, String> names = Map.of(languageOf(enrolment), enrolment.name());
        return enrolment.role() == Role.BODY
                ? bodies.enter(caller, enrolment.state(), String.valueOf(enrolment.accreditation()), names)
                : manufacturers.enter(caller, enrolment.state(), enrolment.taxId(), names, enrolment.address());
    }

    /** A name is written in Cyrillic whatever the language of the page was, unless it is a Latin one. */
    private static String languageOf(Enrolment enrolment) {
        boolean cyrillic = enrolment
                .name()
                .codePoints()
                .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.CYRILLIC);
        if (!cyrillic) {
            return "en";
        }
        return enrolment.language().equals("be") ? "be" : "ru";
    }
}
