package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.TikaMemoryLimitException;
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
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads the text that a file holds as text, by Tika. Runs in a parser process. */
final class TextReader {

    private static final int LONGEST_METADATA = 500;
    private static final List<String> OFFICE_NAMES =
            List.of(".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp");

    private final Detector detector;
    private final Parser parser;

    TextReader(Detector detector) {
        this.detector = detector;
        // By name and not whatever the class path offers: a third less to start, and no program outside is ever run.
        this.parser = new AutoDetectParser(
                detector,
                new PDFParser(),
                new OOXMLParser(),
                new OfficeParser(),
                new OpenDocumentParser(),
                new RTFParser(),
                new JSoupParser(),
                new DcXMLParser(),
                new TextAndCSVParser());
    }

    Extraction read(Path file, String fileName, Limits limits, Consumer<ExtractedPage> pages) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            if (Files.size(file) == 0) {
                return new Failed(Reason.EMPTY, "The file has no content.");
            }
            String mediaType = detector.detect(in, metadata).getBaseType().toString();
            FileType type = FileType.of(mediaType);
            String ending =
                    fileName.substring(Math.max(fileName.lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
            if (type != FileType.PDF && ending.equals(".pdf")) {
                return new Failed(Reason.DAMAGED, "The file is named .pdf but holds " + mediaType + ".");
            }
            if (type == FileType.ARCHIVE && OFFICE_NAMES.contains(ending)) {
                return new Failed(Reason.DAMAGED, "The file is named " + ending + " but parts of it are missing.");
            }
            return switch (type) {
                case PICTURE -> pictures(file, mediaType, limits, pages);
                case PDF, OFFICE, TEXT -> parse(in, file, mediaType, metadata, limits, pages);
                case ARCHIVE ->
                    new Failed(
                            Reason.UNSUPPORTED,
                            "The file is an archive (" + mediaType + "). Upload what it holds, file by file.");
                case UNKNOWN ->
                    new Failed(
                            Reason.UNSUPPORTED,
                            "Files of the type " + mediaType
                                    + " are not read. Upload a PDF, an office document, a text or a picture.");
            };
        } catch (IOException | RuntimeException e) {
            return failure(e);
        }
    }

    private Extraction parse(
            TikaInputStream in,
            Path file,
            String mediaType,
            Metadata metadata,
            Limits limits,
            Consumer<ExtractedPage> pages)
            throws IOException {
        PageCollector collector =
                new PageCollector(limits, (number, text) -> pages.accept(page(number, text, in.getOpenContainer())));
        Failed failure = null;
        try {
            parser.parse(in, collector, metadata, context());
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            if (!collector.stopped()) {
                failure = failure(e);
            }
        }
        int count = collector.count();
        if (failure != null) {
            collector.breakOff();
            if (collector.count() == 0) {
                return failure;
            }
            count = FileType.of(mediaType) == FileType.PDF
                    ? PdfPages.giveUnread(file, collector.count(), limits, pages)
                    : collector.count();
        }
        return count == 0
                ? new Failed(Reason.DAMAGED, "The file holds no page.")
                : new Finished(
                        finalType(metadata, mediaType), count, described(metadata, collector.cut(), failure != null));
    }

    /** A locked workbook shows what it is only once it is open. */
    private static String finalType(Metadata metadata, String detected) {
        MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        return type == null ? detected : type.getBaseType().toString();
    }

    /** @param container while a PDF is being read, it */
    private static ExtractedPage page(int number, String text, @Nullable Object container) {
        boolean usable = ReadableText.isUsable(text);
        if (container instanceof PDDocument pdf) {
            return usable ? PdfPages.withText(pdf, number, text) : PdfPages.withoutText(pdf, number);
        }
        return usable
                ? new ExtractedPage(number, text, Source.TEXT, List.of())
                : new ExtractedPage(number, "", Source.NONE, List.of());
    }

    private static Extraction pictures(Path file, String mediaType, Limits limits, Consumer<ExtractedPage> pages)
            throws IOException {
        int held = new PictureFile(file, mediaType).count(limits);
        int count = Math.min(held, limits.maxPages());
        for (int number = 1; number <= count; number++) {
            pages.accept(new ExtractedPage(number, "", Source.PENDING, List.of()));
        }
        return new Finished(mediaType, count, described(new Metadata(), held > count, false));
    }

    /** Why a file could not be read, by what a parser threw over it. */
    static Failed failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PictureRefused refused) {
                return refused.failed();
            }
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException
                    || cause instanceof InvalidPasswordException) {
                return new Failed(Reason.ENCRYPTED, "The file is protected by a password. Upload it without one.");
            }
            if (message.contains("decryption material")) {
                return new Failed(Reason.ENCRYPTED, "The file is encrypted for somebody else.");
            }
            if (cause instanceof TikaMemoryLimitException || message.contains("zip bomb")) {
                return new Failed(Reason.TOO_LARGE, "The file unpacks to far more than it should.");
            }
        }
        return new Failed(Reason.DAMAGED, "The file is damaged, or is not what its name says.");
    }

    private static ParseContext context() {
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
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static Map<String, String> described(Metadata metadata, boolean truncated, boolean brokenOff) {
        Map<String, String> described = new HashMap<>();
        put(described, "title", metadata.get(TikaCoreProperties.TITLE));
        put(described, "created", metadata.get(TikaCoreProperties.CREATED));
        put(described, "producer", metadata.get("pdf:producer"));
        if (truncated) {
            described.put("truncated", "The file holds more than is read.");
        }
        if (brokenOff) {
            described.put("damaged", "The file is damaged; what could be read was kept.");
        }
        return described;
    }

    private static void put(Map<String, String> described, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            String text = ReadableText.of(value);
            described.put(name, text.substring(0, Math.min(text.length(), LONGEST_METADATA)));
        }
    }

    /** What is embedded in a file is not part of its pages; it is not read. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            throw new IllegalStateException("Nothing embedded is to be parsed");
        }
    }
}
