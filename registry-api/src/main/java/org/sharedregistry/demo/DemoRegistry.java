package org.sharedregistry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Attestations.NewAttestation;
import org.sharedregistry.attestation.Attestations.NewEvent;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.decision.Decisions;
import org.sharedregistry.decision.Decisions.NewProposal;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.Documents.Filing;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Originals;
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

    private final Accounts accounts;
    private final Manufacturers manufacturers;
    private final Bodies bodies;
    private final Goods goods;
    private final Attestations attestations;
    private final Decisions decisions;
    private final Documents documents;
    private final Originals originals;
    private final Incoming incoming;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Path accountsFile;

    private final Map<String, UUID> organisations = new HashMap<>();
    private final Map<String, GoodsEntry> entries = new HashMap<>();
    private final Map<String, UUID> papers = new HashMap<>();

    DemoRegistry(
            Accounts accounts,
            Manufacturers manufacturers,
            Bodies bodies,
            Goods goods,
            Attestations attestations,
            Decisions decisions,
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
        this.decisions = decisions;
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

    private void enter(DemoAccounts people, DemoFile.Entry each) {
        Caller maker = people.named(each.manufacturer());
        GoodsEntry entry = goods.enter(
                maker,
                REGIME,
                manufacturers.byId(organisation(each.manufacturer())).orElseThrow(),
                each.content());
        entries.put(each.key(), each.submitted() ? goods.submit(maker, entry) : entry);
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
        for (DemoFile.Decided decided : each.decisions()) {
            ProposalView proposal = decisions.propose(
                    people.named(authority(decided.state(), 1)),
                    entry(each.key()),
                    new NewProposal(decided.action(), decided.from(), decided.act(), decided.reason()),
                    PROVISIONAL_DAYS);
            decisions.confirm(people.named(authority(decided.state(), 2)), proposal);
        }
    }

    private void file(DemoAccounts people, DemoFile.Filed each) {
        Caller filer = people.named(each.filedBy());
        UUID attestation = each.attestation() == null ? null : Objects.requireNonNull(papers.get(each.attestation()));
        try (InputStream content = new ClassPathResource("demo/documents/" + each.file()).getInputStream();
                Incoming.Received received = incoming.receive(content)) {
            originals.announce(received.hash(), received.size(), each.file());
            if (each.goods().isEmpty()) {
                documents.file(filer, received, filing(each, null, attestation));
            }
            for (String key : each.goods()) {
                documents.file(filer, received, filing(each, entry(key).id(), attestation));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo lacks the document " + each.file(), e);
        }
    }

    private static Filing filing(DemoFile.Filed each, @Nullable UUID subject, @Nullable UUID attestation) {
        return new Filing(each.file(), each.kind(), each.visibility(), subject, attestation);
    }

    private DemoFile read() {
        try (InputStream in = new ClassPathResource("demo/registry.json").getInputStream()) {
            return json.readValue(in, DemoFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo lacks its data", e);
        }
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
