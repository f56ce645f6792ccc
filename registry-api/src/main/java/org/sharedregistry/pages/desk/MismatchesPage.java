package org.sharedregistry.pages.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.examination.Mismatches;
import org.sharedregistry.examination.Mismatches.Finding;
import org.sharedregistry.examination.Mismatches.Open;
import org.sharedregistry.examination.Settlements;
import org.sharedregistry.examination.Settlements.Decision;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.paper.Field;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where own papers say something else than the registry, to be settled one by one. */
@Controller
@RequestMapping("/desk/mismatches")
class MismatchesPage {

    private static final int ON_A_PAGE = 25;

    private final Mismatches mismatches;
    private final Settlements settlements;
    private final Attestations attestations;
    private final Goods goods;
    private final Idempotency idempotency;

    MismatchesPage(
            Mismatches mismatches,
            Settlements settlements,
            Attestations attestations,
            Goods goods,
            Idempotency idempotency) {
        this.mismatches = mismatches;
        this.settlements = settlements;
        this.attestations = attestations;
        this.goods = goods;
        this.idempotency = idempotency;
    }

    @GetMapping
    String show(Model model, Caller caller) {
        List<Open> open = mismatches.open(caller, null, ON_A_PAGE);
        model.addAttribute("open", open);
        model.addAttribute("count", mismatches.count(caller));
        model.addAttribute("names", names(open));
        model.addAttribute("findings", Finding.values());
        model.addAttribute("key", GoodsForm.newKey());
        return "desk/mismatches";
    }

    /** The values come as they were shown; a comma in one parts nothing. */
    @PostMapping
    String settle(
            Model model,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam UUID document,
            @RequestParam UUID subject,
            @RequestParam Field field,
            @RequestParam(required = false) @Nullable Finding finding,
            @RequestParam String reason,
            @RequestParam String key) {
        try {
            Decision decision =
                    new Decision(chosen(finding), reason, values(request, "printed"), values(request, "recorded"));
            idempotency.once(caller, key, List.of(document, subject, field, decision), () -> {
                settlements.settle(caller, document, subject, field, decision);
                return ResponseEntity.ok().build();
            });
        } catch (RegistryProblem problem) {
            if (problem.type() != ProblemType.INVALID_FIELD) {
                throw problem;
            }
            response.setStatus(problem.type().status().value());
            model.addAttribute("refused", new Mismatches.Cursor(document, subject, field).toString());
            model.addAttribute("finding", finding);
            model.addAttribute("reason", reason);
            return show(model, caller);
        }
        return "redirect:/desk/mismatches?done=settled";
    }

    private static Finding chosen(@Nullable Finding finding) {
        if (finding == null) {
            throw RegistryProblem.field("/finding", "Say what it is.");
        }
        return finding;
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** The numbers of what the papers are held against. */
    private Map<UUID, String> names(List<Open> open) {
        List<UUID> subjects = open.stream().map(Open::subject).distinct().toList();
        Map<UUID, String> names = new HashMap<>();
        attestations.all(subjects).values().forEach(each -> names.put(each.id(), each.number()));
        goods.all(subjects).forEach(each -> names.put(each.id(), each.address()));
        return names;
    }
}
