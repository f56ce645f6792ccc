package org.sharedregistry.pages.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationDecisions;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.attestation.NewEvent;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.StatusEvent;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Attestations, open to everybody, and decisions on them by those who may take them. */
@Controller
@RequestMapping("/attestations")
class AttestationPage {

    private static final int ON_A_PAGE = 50;

    private final Attestations attestations;
    private final AttestationDecisions decisions;
    private final Bodies bodies;
    private final Manufacturers manufacturers;
    private final Goods goods;
    private final Documents documents;
    private final Idempotency idempotency;
    private final Clock clock;

    AttestationPage(
            Attestations attestations,
            AttestationDecisions decisions,
            Bodies bodies,
            Manufacturers manufacturers,
            Goods goods,
            Documents documents,
            Idempotency idempotency,
            Clock clock) {
        this.attestations = attestations;
        this.decisions = decisions;
        this.bodies = bodies;
        this.manufacturers = manufacturers;
        this.goods = goods;
        this.documents = documents;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Model model,
            Caller caller,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable UUID before) {
        List<Attestation> found = number.isBlank()
                ? attestations.of(caller, before, ON_A_PAGE)
                : attestations.named(number.strip(), Long.MAX_VALUE);
        model.addAttribute("number", number);
        model.addAttribute(
                "attestations",
                found.stream().map(each -> AttestationView.of(each, today())).toList());
        model.addAttribute(
                "next",
                number.isBlank() && found.size() == ON_A_PAGE
                        ? found.get(found.size() - 1).id()
                        : null);
        return "authority/attestations";
    }

    @GetMapping("/{id}")
    String show(Model model, Caller caller, Locale locale, @PathVariable UUID id) {
        Attestation attestation = attestation(id);
        return show(model, caller, locale, attestation, EventForm.blank(today(), attestation.etag()), Set.of());
    }

    @PostMapping("/{id}/events")
    String decide(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable UUID id,
            @ModelAttribute EventForm form) {
        Set<String> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return show(model, caller, locale, attestation(id), form, wrong);
        }
        try {
            NewEvent event = form.event();
            idempotency.once(caller, form.key(), List.of(id, form), () -> {
                decisions.decide(caller, id, String.valueOf(form.etag()), event);
                return ResponseEntity.ok().build();
            });
        } catch (RegistryProblem problem) {
            response.setStatus(problem.type().status().value());
            Attestation newest = attestation(id);
            return switch (problem.type()) {
                case INVALID_FIELD -> show(model, caller, locale, newest, form, wrong(problem));
                case PRECONDITION_FAILED, ILLEGAL_STEP, FORBIDDEN -> {
                    model.addAttribute("refused", problem.type());
                    yield show(model, caller, locale, newest, form.seen(newest.etag()), Set.of());
                }
                default -> throw problem;
            };
        }
        return "redirect:/attestations/" + id + "?done=decided";
    }

    private static Set<String> wrong(RegistryProblem problem) {
        String pointer = String.valueOf(problem.member("pointer").orElse("/reason"));
        String field = pointer.substring(1);
        return Set.of(field.equals("scope") ? "models" : field);
    }

    private String show(
            Model model, Caller caller, Locale locale, Attestation attestation, EventForm form, Set<String> wrong) {
        LocalDate today = today();
        UUID body = attestation.body();
        UUID manufacturer = attestation.manufacturer();
        model.addAttribute("attestation", AttestationView.of(attestation, today));
        model.addAttribute("body", body == null ? null : bodies.byId(body).orElse(null));
        model.addAttribute(
                "manufacturer",
                manufacturer == null
                        ? attestation.content().manufacturerName()
                        : manufacturers
                                .byId(manufacturer)
                                .map((Manufacturer each) -> each.name(locale.getLanguage()))
                                .orElse(null));
        model.addAttribute(
                "covered",
                goods.recorded(attestation.goods(), Long.MAX_VALUE).stream()
                        .filter(each -> !each.entry().isDraft())
                        .map(each -> new Covered(
                                each.entry().address(),
                                each.descriptions().newest().name(locale.getLanguage())))
                        .toList());
        model.addAttribute(
                "documents",
                documents.filedAs(List.of(attestation.id()), Long.MAX_VALUE).stream()
                        .map(Documents.Link::document)
                        .distinct()
                        .filter(document -> documents.isReadable(caller, document))
                        .sorted(Comparator.comparing(Document::fileName))
                        .toList());
        Set<StatusEvent.Type> open = decisions.open(caller, attestation, today);
        model.addAttribute("open", open);
        model.addAttribute("partly", open.contains(StatusEvent.Type.PARTLY_SUSPEND));
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        return "authority/attestation";
    }

    private Attestation attestation(UUID id) {
        return attestations.byId(id).orElseThrow(() -> RegistryProblem.notFound("attestation"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** An entry that the attestation covers. */
    public record Covered(String address, String name) {}
}
