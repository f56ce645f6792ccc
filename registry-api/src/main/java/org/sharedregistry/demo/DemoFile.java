package org.sharedregistry.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.Bodies.BodyVersion;
import org.sharedregistry.attestation.NewEvent;
import org.sharedregistry.attestation.Sources.Source;
import org.sharedregistry.decision.Findings;
import org.sharedregistry.decision.ProposedAction;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.Site.Description;

/** The made-up registry as it is written down in {@code demo/registry.json}; keys are names within the file. */
record DemoFile(
        String note,
        List<Manufacturer> manufacturers,
        List<Site> sites,
        List<Body> bodies,
        List<Source> sources,
        List<Entry> goods,
        List<Paper> attestations,
        List<Filed> documents) {

    record Manufacturer(String key, String state, String taxId, Map<String, String> names, String address) {}

    /** @param versions after the first, which says where the site is and authorises it for nothing */
    record Site(String key, String manufacturer, String name, String address, List<SiteVersion> versions) {}

    record SiteVersion(LocalDate from, @Nullable LocalDate to, String act, String reason, Description description) {}

    record Body(
            String key, String state, String accreditation, Map<String, String> names, List<BodyVersion> versions) {}

    /** @param submitted false for what is still a draft */
    record Entry(
            String key,
            String manufacturer,
            Map<String, String> names,
            @Nullable String description,
            Set<String> models,
            Set<String> hs,
            Set<String> okpd2,
            Set<String> okrb,
            Set<String> gtins,
            Set<String> regulations,
            Set<String> sites,
            boolean submitted,
            @Nullable LocalDate submittedOn,
            List<Decided> decisions,
            List<Asked> inquiries,
            List<Found> findings) {

        GoodsDescription content(Set<UUID> siteIds) {
            return new GoodsDescription(names, description, models, hs, okpd2, okrb, gtins, regulations, siteIds);
        }
    }

    /**
     * @param appeal what the manufacturer brings forward against it
     * @param confirmed false for what still waits for the second person
     * @param onAppeal whether it settles the appeal against the decision before it
     */
    record Decided(
            String state,
            ProposedAction action,
            LocalDate from,
            String act,
            String reason,
            @Nullable String appeal,
            @Nullable Boolean confirmed,
            @Nullable Boolean onAppeal) {}

    /** A question to the manufacturer, and the reply if there is one. */
    record Asked(
            String state,
            String question,
            LocalDate askedOn,
            LocalDate replyBy,
            @Nullable String reply,
            @Nullable LocalDate repliedOn) {}

    /** What an officer found, and how the home authority settled it. */
    record Found(
            String state,
            String line,
            String reason,
            Findings.Outcome outcome,
            boolean proposeSuspension,
            @Nullable String settlement) {}

    record Paper(
            String key,
            AttestationKind kind,
            String number,
            @Nullable String body,
            @Nullable String manufacturer,
            @Nullable String manufacturerName,
            @Nullable String origin,
            List<String> goods,
            @Nullable LocalDate issued,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Set<String> regulations,
            Set<String> standards,
            Set<String> models,
            Set<String> batches,
            Set<String> hs,
            Set<String> okpd2,
            Set<String> reports,
            @Nullable Integer points,
            @Nullable BigDecimal localShare,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable String source,
            List<NewEvent> events) {

        AttestationContent content() {
            return new AttestationContent(
                    issued,
                    validFrom,
                    validTo,
                    origin,
                    manufacturerName,
                    Set.of(),
                    regulations,
                    standards,
                    models,
                    Set.of(),
                    batches,
                    hs,
                    okpd2,
                    reports,
                    points,
                    localShare,
                    quantity,
                    unit,
                    source);
        }
    }

    record Filed(
            String file,
            DocumentKind kind,
            Visibility visibility,
            String filedBy,
            List<String> goods,
            @Nullable String attestation) {}
}
