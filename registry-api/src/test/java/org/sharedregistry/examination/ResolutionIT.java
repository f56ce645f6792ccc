package org.sharedregistry.examination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Attestations.NewAttestation;
import org.sharedregistry.benchmark.LookAlike;
import org.sharedregistry.benchmark.LookAlike.Legible;
import org.sharedregistry.benchmark.LookAlikes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a paper is about among ten thousand attestations that are alike. They would be in the way of other tests, so this
 * one has a registry of its own, which the property makes of it.
 */
@TestPropertySource(properties = "spring.main.banner-mode=off")
@DirtiesContext
class ResolutionIT extends RegistryHttpTest {

    private static final Caller BODY = new Caller("certifier", Role.BODY, "RU", null);
    private static final int ALIKE = 10_000;
    private static final int PAPERS = 10;

    @Autowired
    private Attestations attestations;

    @BeforeAll
    static void enterThoseThatAreAlike(@Autowired DataSource database, @Autowired JsonMapper json)
            throws SQLException, IOException {
        new LookAlikes(database, json).enter(0, ALIKE);
    }

    @ParameterizedTest
    @EnumSource
    void putsTheRightOneFirstHoweverLittleOfTheNumberIsLegible(Legible legible) {
        Client maker = as("neman-mikro");
        Map<String, LookAlike> filed = new LinkedHashMap<>();
        for (int i = 0; i < PAPERS; i++) {
            LookAlike entry = new LookAlike(777 + i * (ALIKE / PAPERS - 1));
            byte[] paper = entry.paper(legible.read(entry)).getBytes(UTF_8);
            filed.put(maker.upload(legible + "-" + i + ".txt", paper).at("/id"), entry);
        }
        assertThat(filed)
                .hasSize(PAPERS)
                .allSatisfy(
                        (document, entry) -> assertThat(first(maker, document)).isEqualTo(entry.number()));
    }

    @Test
    @EnabledIfSystemProperty(named = "corpus", matches = ".+")
    void putsTheRightOneFirstForScansOfRealPapers() throws IOException {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
        Path corpus = Path.of(System.getProperty("corpus", ""));
        List<TrueFields> papers;
        try (Stream<String> rows = Files.lines(corpus.resolve("TRUTH.csv"))) {
            papers = rows.skip(1).flatMap(TrueFields::ofAttestation).toList();
        }
        papers.stream().filter(each -> !each.isForged()).forEach(this::enter);
        Client maker = as("neman-mikro");
        Map<String, TrueFields> filed = new LinkedHashMap<>();
        for (TrueFields paper : papers) {
            Path file = corpus.resolve(paper.file);
            filed.put(
                    maker.upload(file.getFileName().toString(), Files.readAllBytes(file))
                            .at("/id"),
                    paper);
        }
        assertThat(filed)
                .hasSize(6)
                .allSatisfy((document, paper) ->
                        assertThat(first(maker, document)).as(paper.file).isEqualTo(paper.number));
    }

    private String first(Client client, String document) {
        assertThat(awaitFinal(client, document).at("/status")).isEqualTo("INDEXED");
        return client.get("/api/v1/documents/" + document + "/candidates").at("/attestations/0/name");
    }

    private void enter(TrueFields paper) {
        attestations.enter(BODY, paper.attestation(), Set.of());
    }

    /** A row of TRUTH.csv: what a person read on a paper. Up to the codes no column holds commas or quotes. */
    private record TrueFields(
            String file, String kind, String number, String from, String to, String hs, String okpd2) {

        private static final int COLUMNS = 7;

        /** None when it is a paper of another kind. */
        static Stream<TrueFields> ofAttestation(String row) {
            String[] columns = row.split(",", COLUMNS + 1);
            return Stream.of(new TrueFields(
                            columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]))
                    .filter(paper -> !paper.number.isEmpty() && !paper.to.isEmpty());
        }

        /** A picture of a paper that there is, with other dates. */
        boolean isForged() {
            return kind.equals("FORGERY");
        }

        NewAttestation attestation() {
            AttestationContent content = new AttestationContent(
                    null,
                    LocalDate.parse(from),
                    LocalDate.parse(to),
                    null,
                    null,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    codes(hs),
                    codes(okpd2),
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    null);
            AttestationKind of =
                    kind.startsWith("EAEU") ? AttestationKind.EAEU_DECLARATION : AttestationKind.NATIONAL_CERTIFICATE;
            return new NewAttestation(of, number, null, null, content);
        }

        private static Set<String> codes(String code) {
            return code.isEmpty() ? Set.of() : Set.of(code);
        }
    }
}
