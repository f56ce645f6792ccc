package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.csv.TextAndCSVParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.xml.DcXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.xml.sax.SAXException;

/** Reads by Tika what Tika has a parser for: PDF, office files, letters of Outlook, texts. Runs in a parser process. */
final class TikaReader {

    private final JSoupParser html = new JSoupParser();
    private final Parser parser;

    TikaReader(Detector detector) {
        TextAndCSVParser text = new TextAndCSVParser();
        text.setEncodingDetector(new TextEncoding());
        html.setEncodingDetector(new TextEncoding());
        // By name and not whatever the class path offers: a third less to start, and no program outside is ever run.
        this.parser = new AutoDetectParser(
                detector,
                new PDFParser(),
                new OOXMLParser(),
                new OfficeParser(),
                new OpenDocumentParser(),
                new OpenDocumentPages(),
                new RTFParser(),
                html,
                new DcXMLParser(),
                text);
    }

    Extraction read(OpenFile file, TikaInputStream in, Metadata metadata) throws IOException {
        PdfTexts pdf = new PdfTexts(file, in);
        PageCollector collector = new PageCollector(
                file.limits(), file.type() == FileType.PDF ? pdf::give : file::giveText, () -> heading(file, metadata));
        // Once is enough: telling an office file from another takes opening it.
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, file.mediaType());
        Failed failure = null;
        try {
            parser.parse(in, collector, metadata, context(file));
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            if (!collector.stopped()) {
                failure = TextReader.failure(e);
            }
        }
        int count = collector.count();
        if (failure != null) {
            collector.breakOff();
            if (collector.count() == 0) {
                return failure;
            }
            count = file.type() == FileType.PDF
                    ? PdfPages.giveUnread(file.path(), collector.count(), file.limits(), file.pages())
                    : collector.count();
        }
        if (count == 0) {
            return new Failed(Reason.DAMAGED, "The file holds no page.");
        }
        String mediaType = finalType(metadata, file.mediaType());
        Description description = new Description()
                .of(metadata)
                .cut(collector.cut())
                .brokenOff(failure != null)
                .of(file.members());
        return new Finished(
                mediaType,
                count,
                description.entries(),
                FileType.of(mediaType) != FileType.LETTER,
                in.getOpenContainer() instanceof PDDocument document
                        ? new PdfSignatures(file.path()).in(document)
                        : List.of());
    }

    /** The text of a page in HTML. */
    String textOf(String page) throws IOException {
        BodyContentHandler text = new BodyContentHandler(-1);
        try (ByteArrayInputStream in = new ByteArrayInputStream(page.getBytes(UTF_8))) {
            html.parse(in, text, new Metadata(), new ParseContext());
        } catch (SAXException | TikaException e) {
            throw new IOException(e);
        }
        return text.toString();
    }

    /** A locked workbook shows what it is only once it is open. */
    private static String finalType(Metadata metadata, String detected) {
        MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        return type == null ? detected : type.getBaseType().toString();
    }

    /** What Tika tells apart from the text, and a reader sees above it. */
    private static String heading(OpenFile file, Metadata metadata) {
        return switch (file.type()) {
            case TEXT -> line("", metadata.get(TikaCoreProperties.TITLE));
            case OUTLOOK -> line("Date: ", metadata.get(TikaCoreProperties.CREATED));
            default -> "";
        };
    }

    private static String line(String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : name + value + "\n";
    }

    private static ParseContext context(OpenFile file) {
        ParseContext context = new ParseContext();
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractBookmarksText(false);
        context.set(PDFParserConfig.class, pdf);
        OfficeParserConfig office = new OfficeParserConfig();
        // "Click to edit the title" is on every slide and nobody's text.
        office.setIncludeSlideMasterContent(false);
        // As a stream: in one piece a long letter takes the memory of many, and one that unpacks without end takes all.
        office.setUseSAXDocxExtractor(true);
        context.set(OfficeParserConfig.class, office);
        context.set(
                EmbeddedDocumentExtractor.class,
                new MemberExtractor(file.members(), file.type() == FileType.OUTLOOK || file.type() == FileType.PDF));
        return context;
    }
}
