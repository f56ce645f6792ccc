package org.sharedregistry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Attestations.NewAttestation;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.attestation.NewEvent;
import org.sharedregistry.attestation.Sources;
import org.sharedregistry.decision.Appeals;
import org.sharedregistry.decision.Findings;
import org.sharedregistry.decision.Findings.Finding;
import org.sharedregistry.decision.Findings.NewFinding;
import org.sharedregistry.decision.Inquiries;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.decision.NewProposal;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.decision.Proposals;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.Documents.Filing;
import org.sharedregistry.document.Documents.Sent;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.goods.Site;
import org.sharedregistry.goods.Site.Description;
import org.sharedregistry.goods.Sites;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.recognition.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty registry with the made-up one, all of it or nothing, before the server takes its first request. */
@Component
@ConditionalOnProperty("registry.demo")
class DemoRegistry implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DemoRegistry.class);

    private static final Caller SYSTEM = new Caller("system", Role.OPERATOR, null, null);
    private static final String REGIME = "union-state";
    /** How long what one person of an authority decides alone holds; the demo's decisions are all confirmed. */
    private static final int PROVISIONAL_DAYS = 30;
    /** When goods were submitted whose day is not said. */
    private static final LocalDate SUBMITTED = LocalDate.of(2026, 3, 16);

    private final Accounts accounts;
    private final Manufacturers manufacturers;
    private final Bodies bodies;
    private final Goods goods;
    private final Attestations attestations;
    private final Sites sites;
    private final Sources sources;
    private final Proposals proposals;
    private final Appeals appeals;
    private final Inquiries inquiries;
    private final Findings findings;
    private final Documents documents;
    private final Originals originals;
    private final Incoming incoming;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Path accountsFile;

    private final Map<String, UUID> organisations = new HashMap<>();
    private final Map<String, GoodsEntry> entries = new HashMap<>();
    private final Map<String, UUID> papers = new HashMap<>();
    private final Map<String, UUID> siteIds = new HashMap<>();

    DemoRegistry(
            Accounts accounts,
            Manufacturers manufacturers,
            Bodies bodies,
            Goods goods,
            Attestations attestations,
            Sites sites,
            Sources sources,
            Proposals proposals,
            Appeals appeals,
            Inquiries inquiries,
            Findings findings,
            Documents documents,
            Originals originals,
            Incoming incoming,
            JsonMapper json,
            TransactionTemplate transaction,
            DemoSettings settings) {
        this.accounts = accounts;
        this.manufacturers = manufacturers;
        this.bodies = bodies;
        this.goods = goods;
        this.attestations = attestations;
        this.sites = sites;
        this.sources = sources;
        this.proposals = proposals;
        this.appeals = appeals;
        this.inquiries = inquiries;
        this.findings = findings;
        this.documents = documents;
        this.originals = originals;
        this.incoming = incoming;
        this.json = json;
        this.transaction = transaction;
        this.accountsFile = settings.accountsFile();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.isEmpty()) {
            return;
        }
        DemoFile file = read();
        transaction.executeWithoutResult(status -> fill(file));
        log.info("The registry was empty and now holds the demo; its accounts are in {}", accountsFile);
    }

    private void fill(DemoFile file) {
        enterOrganisations(file);
        DemoAccounts people = createAccounts(file);
        file.bodies()
                .forEach(each -> each.versions()
                        .forEach(version -> attestations.describe(
                                authorityOf(people, each.state()), organisation(each.key()), version)));
        file.sources().forEach(each -> sources.read(SYSTEM, each));
        file.sites().forEach(each -> enter(people, each));
        file.goods().forEach(each -> enter(people, each));
        file.attestations().forEach(each -> enter(people, each));
        file.goods().forEach(each -> decide(people, each));
        file.documents().forEach(each -> file(people, each));
        people.write(accountsFile, json);
    }

    private void enterOrganisations(DemoFile file) {
        file.manufacturers()
                .forEach(each -> organisations.put(
                        each.key(),
                        manufacturers.enter(SYSTEM, each.state(), each.taxId(), each.names(), each.address())));
        file.bodies()
                .forEach(each -> organisations.put(
                        each.key(), bodies.enter(SYSTEM, each.state(), each.accreditation(), each.names())));
    }

    private DemoAccounts createAccounts(DemoFile file) {
        DemoAccounts people = new DemoAccounts(accounts);
        for (DemoFile.Manufacturer each : file.manufacturers()) {
            people.create(each.key(), Role.MANUFACTURER, each.state(), organisation(each.key()));
        }
        for (DemoFile.Body each : file.bodies()) {
            people.create(each.key(), Role.BODY, each.state(), organisation(each.key()));
        }
        for (String state : List.of("BY", "RU")) {
            people.create(authority(state, 1), Role.AUTHORITY, state, null);
            people.create(authority(state, 2), Role.AUTHORITY, state, null);
            people.create("officer-" + state, Role.OFFICER, state, null);
        }
        people.create("operator", Role.OPERATOR, null, null);
        return people;
    }

    private void enter(DemoAccounts people, DemoFile.Site each) {
        Caller maker = people.named(each.manufacturer());
        String state = String.valueOf(maker.state());
        UUID id = UUID.randomUUID();
        Site site = sites.enter(
                RecordLog.Entry.of(maker.account(), "site.entered", id),
                id,
                organisation(each.manufacturer()),
                new Description(each.name(), each.address(), false, Set.of(), Set.of(), null));
        for (DemoFile.SiteVersion version : each.versions()) {
            sites.describe(
                    new RecordLog.Entry(
                            authority(state, 1), "site.described", id.toString(), version.reason(), version.act()),
                    site,
                    Period.inclusive(version.from(), version.to()),
                    version.description());
        }
        siteIds.put(each.key(), id);
    }

    private void enter(DemoAccounts people, DemoFile.Entry each) {
        Caller maker = people.named(each.manufacturer());
        GoodsEntry entry = goods.enter(
                maker,
                REGIME,
                manufacturers.byId(organisation(each.manufacturer())).orElseThrow(),
                each.content(each.sites().stream()
                        .map(key -> Objects.requireNonNull(siteIds.get(key), key))
                        .collect(Collectors.toSet())));
        LocalDate submittedOn = Optional.ofNullable(each.submittedOn()).orElse(SUBMITTED);
        entries.put(each.key(), each.submitted() ? goods.submit(maker, entry, submittedOn) : entry);
    }

    private void enter(DemoAccounts people, DemoFile.Paper each) {
        Caller issuer = people.named(issuer(each));
        Attestation attestation = attestations.enter(
                issuer,
                new NewAttestation(
                        each.kind(),
                        each.number(),
                        each.body() == null ? null : organisation(each.body()),
                        each.manufacturer() == null ? null : organisation(each.manufacturer()),
                        each.content()),
                each.goods().stream().map(key -> entry(key).id()).toList());
        for (NewEvent event : each.events()) {
            attestations.add(issuer, attestation.id(), event, issuer.account());
        }
        papers.put(each.key(), attestation.id());
    }

    private void decide(DemoAccounts people, DemoFile.Entry each) {
        GoodsEntry entry = entry(each.key());
        for (DemoFile.Asked asked : each.inquiries()) {
            Inquiry inquiry = inquiries.ask(
                    people.named(authority(asked.state(), 1)),
                    entry,
                    asked.state(),
                    asked.question(),
                    asked.askedOn(),
                    asked.replyBy());
            if (asked.reply() != null) {
                inquiries.reply(
                        people.named(each.manufacturer()),
                        inquiry,
                        asked.reply(),
                        Objects.requireNonNull(asked.repliedOn()));
            }
        }
        UUID appeal = null;
        for (DemoFile.Decided decided : each.decisions()) {
            boolean onAppeal = Boolean.TRUE.equals(decided.onAppeal());
            ProposalView proposal = proposals.propose(
                    people.named(authority(decided.state(), 1)),
                    entry,
                    decided.state(),
                    new NewProposal(
                            decided.action(),
                            null,
                            decided.from(),
                            decided.act(),
                            decided.reason(),
                            onAppeal ? appeal : null),
                    PROVISIONAL_DAYS);
            if (!Boolean.FALSE.equals(decided.confirmed())) {
                proposals.confirm(people.named(authority(decided.state(), 2)), entry, proposal);
            }
            if (decided.appeal() != null) {
                appeal = appeals.against(people.named(each.manufacturer()), entry, proposal, decided.appeal());
            }
        }
        for (DemoFile.Found found : each.findings()) {
            Finding finding = findings.add(
                    people.named("officer-" + found.state()),
                    entry,
                    new NewFinding(
                            entry.address(), found.line(), found.reason(), found.outcome(), found.proposeSuspension()));
            if (found.settlement() != null) {
                findings.settle(people.named(authority(entry.state(), 1)), finding, found.settlement());
            }
        }
    }

    private void file(DemoAccounts people, DemoFile.Filed each) {
        Caller filer = people.named(each.filedBy());
        UUID attestation = each.attestation() == null ? null : Objects.requireNonNull(papers.get(each.attestation()));
        try (InputStream content = new ClassPathResource("demo/documents/" + each.file()).getInputStream();
                Incoming.Received received = incoming.receive(content)) {
            originals.announce(received.hash(), received.size(), each.file());
            if (each.goods().isEmpty()) {
                documents.file(filer, List.of(new Sent(received, filing(each, null, attestation))));
            }
            for (String key : each.goods()) {
                documents.file(
                        filer,
                        List.of(new Sent(received, filing(each, entry(key).id(), attestation))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo lacks the document " + each.file(), e);
        }
    }

    private static Filing filing(DemoFile.Filed each, @Nullable UUID subject, @Nullable UUID attestation) {
        return new Filing(each.file(), each.kind(), each.visibility(), subject, attestation, null, null);
    }

    private DemoFile read() {
        try (InputStream in = new ClassPathResource("demo/registry.json").getInputStream()) {
            return json.readValue(in, DemoFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo lacks its data", e);
        }
    }

    private static Caller authorityOf(DemoAccounts people, String state) {
        return List.of("BY", "RU").contains(state) ? people.named(authority(state, 1)) : SYSTEM;
    }

    private String issuer(DemoFile.Paper each) {
        if (each.body() != null) {
            return each.body();
        }
        return each.manufacturer() != null ? each.manufacturer() : authority("RU", 1);
    }

    private UUID organisation(String key) {
        return Objects.requireNonNull(organisations.get(key), key);
    }

    private GoodsEntry entry(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    private static String authority(String state, int person) {
        return "authority-" + state + "-" + person;
    }
}
