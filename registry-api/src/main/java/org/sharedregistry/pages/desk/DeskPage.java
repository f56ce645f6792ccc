package org.sharedregistry.pages.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.decision.Inquiries;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.document.DocumentView;
import org.sharedregistry.document.DocumentView.Status;
import org.sharedregistry.document.DocumentViews;
import org.sharedregistry.examination.Mismatches;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All goods of a manufacturer at a glance, and what waits for it. */
@Controller
class DeskPage {

    private static final int GOODS_ON_A_PAGE = 50;
    private static final int DAYS_AHEAD = 90;
    private static final int MOST_SHOWN = 20;

    private final Goods goods;
    private final Dossiers dossiers;
    private final Standings standings;
    private final Inquiries inquiries;
    private final Mismatches mismatches;
    private final DocumentViews documents;

    DeskPage(
            Goods goods,
            Dossiers dossiers,
            Standings standings,
            Inquiries inquiries,
            Mismatches mismatches,
            DocumentViews documents) {
        this.goods = goods;
        this.dossiers = dossiers;
        this.standings = standings;
        this.inquiries = inquiries;
        this.mismatches = mismatches;
        this.documents = documents;
    }

    @GetMapping("/desk")
    String show(Model model, Caller caller, Locale locale, @RequestParam(defaultValue = "1") int page) {
        List<UUID> ids = goods.madeBy(caller.requiredOrganisation());
        List<Dossier> own = dossiers.of(ids).stream()
                .sorted(Comparator.comparing((Dossier each) -> each.entry().id())
                        .reversed())
                .toList();
        int shown = Math.max(page, 1);
        model.addAttribute(
                "goods",
                own.stream()
                        .skip((shown - 1L) * GOODS_ON_A_PAGE)
                        .limit(GOODS_ON_A_PAGE)
                        .map(each -> row(each, locale.getLanguage()))
                        .toList());
        model.addAttribute("count", own.size());
        model.addAttribute("earlier", shown > 1 ? shown - 1 : null);
        model.addAttribute("later", own.size() > shown * GOODS_ON_A_PAGE ? shown + 1 : null);
        model.addAttribute("expiring", expiring(own, locale.getLanguage()));
        model.addAttribute("questions", questions(ids, own, locale.getLanguage()));
        model.addAttribute("mismatches", mismatches.count(caller));
        model.addAttribute("unread", unread(caller));
        return "desk/desk";
    }

    private Row row(Dossier dossier, String language) {
        List<Standing> found = standings.of(dossier, language);
        return new Row(
                dossier.entry().address(),
                dossier.entry().number(),
                dossier.description().name(language),
                found,
                Standings.missing(found),
                Standings.missingReports(dossier));
    }

    /** Attestations in force whose last day is near, the nearest first. */
    private List<Expiring> expiring(List<Dossier> own, String language) {
        Map<UUID, Expiring> soon = own.stream()
                .flatMap(dossier -> dossier.attestations().stream()
                        .flatMap(attestation -> expiring(dossier, attestation, language)))
                .collect(Collectors.toMap(Expiring::attestation, Function.identity(), (one, same) -> one));
        return soon.values().stream()
                .sorted(Comparator.comparing(Expiring::lastDay))
                .toList();
    }

    private Stream<Expiring> expiring(Dossier dossier, Attestation attestation, String language) {
        LocalDate today = standings.today(dossier);
        if (attestation.fact().on(today).status() != AttestationStatus.VALID) {
            return Stream.empty();
        }
        return attestation
                .fact()
                .lastDay(today)
                .filter(last -> last.isBefore(today.plusDays(DAYS_AHEAD + 1L)))
                .map(last -> new Expiring(
                        attestation.id(),
                        attestation.number(),
                        dossier.entry().address(),
                        dossier.description().name(language),
                        last,
                        ChronoUnit.DAYS.between(today, last)))
                .stream();
    }

    private List<Asked> questions(List<UUID> ids, List<Dossier> own, String language) {
        Map<UUID, Dossier> byId =
                own.stream().collect(Collectors.toMap(each -> each.entry().id(), Function.identity()));
        return inquiries.open(ids).stream()
                .flatMap(inquiry -> Stream.ofNullable(byId.get(inquiry.goods()))
                        .map(dossier -> new Asked(
                                inquiry,
                                dossier.entry().address(),
                                dossier.description().name(language),
                                inquiry.replyBy().isBefore(standings.today(dossier)))))
                .toList();
    }

    private List<DocumentView> unread(Caller caller) {
        return Stream.of(Status.FAILED, Status.NEEDS_OCR)
                .flatMap(status -> documents.filed(caller.owner(), status, null, null, MOST_SHOWN).stream())
                .toList();
    }

    /** @param number null for a draft */
    public record Row(
            String address,
            @Nullable String number,
            String name,
            List<Standing> standings,
            Set<String> missing,
            Set<String> missingReports) {}

    public record Expiring(
            UUID attestation, String number, String address, String goods, LocalDate lastDay, long daysLeft) {}

    /** @param late whether the day for the reply has passed */
    public record Asked(Inquiry inquiry, String address, String goods, boolean late) {}
}
