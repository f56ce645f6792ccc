package org.sharedregistry.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.Attestations.NewEvent;
import org.sharedregistry.decision.ProposedAction;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.goods.GoodsDescription;

/** The made-up registry as it is written down in {@code demo/registry.json}; keys are names within the file. */
record DemoFile(
        String note,
        List<Manufacturer> manufacturers,
        List<Body> bodies,
        List<Entry> goods,
        List<Paper> attestations,
        List<Filed> documents) {

    record Manufacturer(String key, String state, String taxId, Map<String, String> names, String address) {}

    record Body(String key, String state, String accreditation, Map<String, String> names) {}

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
            boolean submitted,
            List<Decided> decisions) {

        GoodsDescription content() {
            return new GoodsDescription(names, description, models, hs, okpd2, okrb, gtins, regulations);
        }
    }

    record Decided(String state, ProposedAction action, LocalDate from, String act, String reason) {}

    record Paper(
            String key,
            AttestationKind kind,
            String number,
            @Nullable String body,
            @Nullable String manufacturer,
            @Nullable String manufacturerName,
            @Nullable String origin,
            List<String> goods,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Set<String> regulations,
            Set<String> standards,
            Set<String> models,
            Set<String> hs,
            List<NewEvent> events) {

        AttestationContent content() {
            return new AttestationContent(
                    validFrom, validTo, origin, manufacturerName, Set.of(), regulations, standards, models, hs);
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
