package org.sharedregistry.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Document;

/** Makes the documents of the demo registry out of its data. How to run it stands in {@code demo/README.md}. */
final class DemoDocuments {

    private static final LocalDate PASSPORTS_PRINTED = LocalDate.of(2026, 1, 12);

    private final DocumentSource source;
    private final Measurements measurements;

    DemoDocuments(DocumentSource source, Measurements measurements) {
        this.source = source;
        this.measurements = measurements;
    }

    /** Writes all documents into the folder named first. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        DocumentSource source = DocumentSource.read();
        DemoDocuments documents = new DemoDocuments(source, Measurements.read());
        for (Document document : source.documents()) {
            Files.write(folder.resolve(document.file()), documents.make(document));
        }
    }

    /** The bytes of a document; the end of its name says of which format, {@code scan-} that it has no text. */
    byte[] make(Document document) throws IOException {
        Words words = new Words(document.language());
        String file = document.file();
        String title = file.substring(0, file.lastIndexOf('.'));
        Attestation attestation = attestation(document);
        LocalDate issued = attestation == null ? PASSPORTS_PRINTED : attestation.validFrom();
        Paper paper = paper(document, attestation, title, words);
        boolean framed = !document.kind().equals("TEST_REPORT");
        String footer = words.get("footer");
        return switch (file.substring(title.length() + 1)) {
            case "docx" -> printed(paper, new DocxPress(title, issued, footer));
            case "xlsx" -> printed(paper, new XlsxPress(title, issued, footer));
            case "png" -> Copier.png(printed(paper, new PdfPress(title, issued, framed, footer)));
            case "jpg" -> Copier.jpeg(printed(paper, new PdfPress(title, issued, framed, footer)));
            case "tiff" -> Copier.tiff(printed(paper, new PdfPress(title, issued, framed, footer)));
            case "pdf" -> {
                byte[] pdf = printed(paper, new PdfPress(title, issued, framed, footer));
                yield file.startsWith("scan-") ? Copier.pdf(pdf, title) : pdf;
            }
            default -> throw new IllegalArgumentException("No press for " + file);
        };
    }

    private @Nullable Attestation attestation(Document document) {
        String key = document.attestation();
        return key == null ? null : source.attestation(key);
    }

    private Paper paper(Document document, @Nullable Attestation attestation, String title, Words words) {
        if (attestation == null) {
            return new PassportPaper(source, source.goods(document.goods().get(0)), words, measurements.of(title));
        }
        return switch (attestation.kind()) {
            case "EAEU_CERTIFICATE", "EAEU_DECLARATION" -> new ConformityPaper(source, attestation, words);
            case "OWN_PRODUCTION_CERTIFICATE" -> new OwnProductionPaper(source, attestation, words);
            case "PRODUCTION_REGISTER_ENTRY" ->
                new RegisterExtractPaper(source, attestation, words, measurements.of(attestation.key()));
            case "TEST_REPORT" -> new TestReportPaper(source, attestation, words, measurements.of(attestation.key()));
            default -> throw new IllegalArgumentException("No form for " + attestation.kind());
        };
    }

    private static byte[] printed(Paper paper, Press press) throws IOException {
        paper.print(press);
        return press.finish();
    }
}
