package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Signature.Signer;
import org.sharedregistry.extraction.Signature.State;

/** Signatures in files and over files, by keys that are made here. */
class SignaturesIT {

    private static final SampleSigner RSA = SampleSigner.rsa();
    private static final SampleSigner GOST = SampleSigner.gost();
    private static final byte[] LETTER = "Декларация о соответствии".getBytes(UTF_8);
    private static final byte[] NO_OTHER = {};

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private Path letter;
    private final List<ExtractedPage> pages = new ArrayList<>();
    private final List<String> members = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    @BeforeEach
    void makeFiles() {
        files = new SampleFiles(folder);
        letter = files.bytes("letter.txt", LETTER);
    }

    @Test
    void findsTheSignatureInAPdf() {
        Signature signature = onlyOneIn(RSA.signPdf(files.pdf("Декларация")));

        assertThat(signature)
                .isEqualTo(new Signature(
                        State.INTACT,
                        new Signer(
                                "Подписант",
                                "Станкозавод",
                                "007707083893",
                                "1027700132195",
                                "100582333",
                                "Подписант",
                                SampleSigner.VALID_FROM,
                                SampleSigner.VALID_UNTIL),
                        SampleSigner.SIGNED_AT,
                        false,
                        "RSA",
                        0));
        assertThat(signature.coversAll()).isTrue();
        assertThat(pages).extracting(ExtractedPage::text).containsExactly("Декларация");
    }

    @Test
    void saysThatASignedPdfWasAltered() throws IOException {
        Path signed = RSA.signPdf(files.pdf("Декларация"));
        byte[] bytes = Files.readAllBytes(signed);
        // The version in the file's first line: no reader minds.
        bytes["%PDF-1.".length()] ^= 1;
        Files.write(signed, bytes);

        assertThat(onlyOneIn(signed).state()).isEqualTo(State.ALTERED);
    }

    @Test
    void tellsWhatWasAddedAfterSigningFromWhatWasAltered() throws IOException {
        Path signed = RSA.signPdf(files.pdf("Декларация"));
        long before = Files.size(signed);
        Path extended = folder.resolve("extended.pdf");
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            document.getDocumentInformation().setTitle("Дополнено");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocument().getTrailer().setNeedToBeUpdated(true);
            document.saveIncremental(Files.newOutputStream(extended));
        }

        Signature signature = onlyOneIn(extended);
        assertThat(signature.state()).isEqualTo(State.INTACT);
        assertThat(signature.coversAll()).isFalse();
        assertThat(signature.bytesAfter())
                .isEqualTo(Files.size(extended) - before)
                .isPositive();
    }

    @Test
    void findsEachOfTwoSignatures() {
        Path signed = GOST.signPdf(RSA.signPdf(files.pdf("Декларация")));

        List<Signature> signatures = in(signed);
        assertThat(signatures).extracting(Signature::state).containsOnly(State.INTACT);
        assertThat(signatures).extracting(Signature::algorithm).containsExactly("RSA", "GOST R 34.10-2012 (256)");
        assertThat(signatures).extracting(Signature::coversAll).containsExactly(false, true);
    }

    @Test
    void readsATimestampOverAWholePdf() {
        Signature signature = onlyOneIn(RSA.stampPdf(files.pdf("Декларация")));

        assertThat(signature.state()).isEqualTo(State.INTACT);
        assertThat(signature.signedAt()).isEqualTo(SampleSigner.STAMPED_AT);
        assertThat(signature.timestamped()).isTrue();
    }

    @Test
    void doesNotTakeForSignedWhatASignatureLeavesOut() throws IOException {
        Path signed = RSA.signPdf(files.pdf("Декларация"));
        String bytes = new String(Files.readAllBytes(signed), ISO_8859_1);
        int zeros = bytes.indexOf("000000000>");
        // Behind the signature, where its own filling ends, stands something else.
        Files.writeString(signed, bytes.substring(0, zeros) + "><</A 1>>" + bytes.substring(zeros + 9), ISO_8859_1);

        assertThat(in(signed)).extracting(Signature::state).containsOnly(State.DAMAGED);
    }

    @Test
    void readsTheSignatureOfAnotherProgram() {
        String corpus = System.getProperty("corpus", "");
        assumeFalse(corpus.isEmpty(), "Needs -Dcorpus=<folder>");
        // The brackets around this one are signed with the rest.
        Signature signature = onlyOneIn(Path.of(corpus, "odd", "pdfjs_signed_verified.pdf"));

        assertThat(signature.state()).isEqualTo(State.INTACT);
        assertThat(signature.coversAll()).isTrue();
    }

    @Test
    void comparesADetachedSignatureByGostWithItsFile() {
        Path signature = files.bytes("letter.sig", GOST.sign(LETTER, false));

        assertThat(extractor.signatures(signature, letter)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.INTACT);
            assertThat(one.algorithm()).isEqualTo("GOST R 34.10-2012 (256)");
            assertThat(one.signedAt()).isEqualTo(SampleSigner.SIGNED_AT);
        });
        assertThat(extractor.signatures(signature, files.bytes("other.txt", "Иное".getBytes(UTF_8))))
                .extracting(Signature::state)
                .containsExactly(State.ALTERED);
        assertThat(onlyOneIn(signature).state()).isEqualTo(State.CONTENT_MISSING);
        assertThat(pages).isEmpty();
    }

    @Test
    void comparesASignatureByAnEllipticCurve() {
        Path signature = files.bytes("letter.p7s", SampleSigner.ecdsa().sign(LETTER, false));

        assertThat(extractor.signatures(signature, letter)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.INTACT);
            assertThat(one.algorithm()).isEqualTo("ECDSA");
        });
    }

    @Test
    void namesAnAlgorithmByWhichItCannotCompute() {
        Path signature = files.bytes(
                "letter.sig", SampleSigner.withAlgorithm(RSA.sign(LETTER, false), "1.2.112.0.2.0.34.101.45.12"));

        assertThat(extractor.signatures(signature, letter)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.UNKNOWN_ALGORITHM);
            assertThat(one.algorithm()).isEqualTo("STB 34.101.45 (bign)");
        });
    }

    @Test
    void readsASignatureWrittenInLetters() {
        byte[] der = RSA.sign(LETTER, false);
        String base64 = Base64.getEncoder().encodeToString(der);
        String lines = Base64.getMimeEncoder().encodeToString(der);

        for (String written : List.of(
                base64, lines, "-----BEGIN PKCS7-----\n" + lines + "\n-----END PKCS7-----\n", "\n" + base64 + "\n")) {
            Path signature = files.bytes("letter.sig", written.getBytes(US_ASCII));
            assertThat(onlyOneIn(signature).state()).isEqualTo(State.CONTENT_MISSING);
            assertThat(extractor.signatures(signature, letter))
                    .extracting(Signature::state)
                    .containsExactly(State.INTACT);
        }
    }

    @Test
    void takesOutWhatWasPutInWithItsSignature() {
        Path attached = files.bytes("letter.txt.p7m", RSA.sign(LETTER, true));

        assertThat(onlyOneIn(attached).state()).isEqualTo(State.INTACT);
        assertThat(members).containsExactly("letter.txt: Декларация о соответствии");
        assertThat(extractor.signatures(attached, letter))
                .extracting(Signature::state)
                .containsExactly(State.INTACT);
        assertThat(extractor.signatures(attached, files.bytes("other.txt", "Иное".getBytes(UTF_8))))
                .extracting(Signature::state)
                .containsExactly(State.ALTERED);
    }

    @Test
    void believesATimestampOnlyOverTheVerySignature() {
        Path stamped = files.bytes("stamped.sig", RSA.signWithToken(LETTER, GOST, NO_OTHER));
        Path borrowed = files.bytes("borrowed.sig", RSA.signWithToken(LETTER, GOST, LETTER));

        assertThat(extractor.signatures(stamped, letter)).singleElement().satisfies(one -> {
            assertThat(one.signedAt()).isEqualTo(SampleSigner.STAMPED_AT);
            assertThat(one.timestamped()).isTrue();
        });
        assertThat(extractor.signatures(borrowed, letter)).singleElement().satisfies(one -> {
            assertThat(one.signedAt()).isEqualTo(SampleSigner.SIGNED_AT);
            assertThat(one.timestamped()).isFalse();
        });
    }

    @Test
    void saysThatASignatureIsDamaged() {
        byte[] whole = RSA.sign(LETTER, false);

        for (Path damaged : List.of(
                files.bytes("garbage.sig", "Здравствуйте".getBytes(UTF_8)),
                files.bytes("empty.sig"),
                files.half(files.bytes("whole.sig", whole)))) {
            assertThat(extractor.signatures(damaged, letter)).containsExactly(Signature.damaged());
        }
        assertThat(extract(files.half(files.bytes("whole.sig", whole))))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
    }

    private Signature onlyOneIn(Path file) {
        List<Signature> signatures = in(file);
        assertThat(signatures).hasSize(1);
        return signatures.get(0);
    }

    private List<Signature> in(Path file) {
        return assertThat(extract(file))
                .asInstanceOf(type(Finished.class))
                .actual()
                .signatures();
    }

    private Extraction extract(Path file) {
        return extractor.extract(file, file.getFileName().toString(), pages::add, this::take);
    }

    private void take(Member member) {
        try {
            members.add(member.name() + ": " + Files.readString(member.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
