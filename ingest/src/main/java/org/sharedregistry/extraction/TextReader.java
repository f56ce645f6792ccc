package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
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

    private final AutoDetectParser parser = new AutoDetectParser();

    Extraction read(Path file, String fileName, Limits limits, Consumer<ExtractedPage> pages) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            if (Files.size(file) == 0) {
                return new Failed(Reason.EMPTY, "The file has no content.");
            }
            String mediaType =
                    parser.getDetector().detect(in, metadata).getBaseType().toString();
            FileType type = FileType.of(mediaType);
            if (type != FileType.PDF && fileName.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                return new Failed(Reason.DAMAGED, "The file is named .pdf but holds " + mediaType + ".");
            }
            return switch (type) {
                case PICTURE -> pictures(file, mediaType, pages);
                case PDF, OFFICE, TEXT -> parse(in, file, type, metadata, limits, pages);
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
        } catch (IOException e) {
            return new Failed(Reason.DAMAGED, "The file cannot be read to its end.");
        }
    }

    private Extraction parse(
            TikaInputStream in,
            Path file,
            FileType type,
            Metadata metadata,
            Limits limits,
            Consumer<ExtractedPage> pages) {
        List<Integer> withoutText = new ArrayList<>();
        PageCollector collector = new PageCollector(limits, (number, text) -> {
            if (ReadableText.isUsable(text)) {
                pages.accept(new ExtractedPage(number, text, Source.TEXT, List.of()));
            } else {
                withoutText.add(number);
            }
        });
        Extraction.Failed failure = null;
        try {
            parser.parse(in, collector, metadata, context());
        } catch (EncryptedDocumentException e) {
            return new Failed(Reason.ENCRYPTED, "The file is protected by a password. Upload it without one.");
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            if (!collector.limitReached()) {
                failure = failure(e);
            }
        }
        collector.finish();
        if (failure != null && (collector.count() == 0 || collector.count() == withoutText.size())) {
            return failure;
        }
        givePagesWithoutText(file, type, withoutText, pages);
        return new Finished(
                String.valueOf(metadata.get(Metadata.CONTENT_TYPE)).replaceFirst(";.*", ""),
                collector.count(),
                described(metadata, collector.limitReached(), failure != null));
    }

    /** A page of a PDF that draws something is a picture to be recognised; any other page without text is empty. */
    private static void givePagesWithoutText(
            Path file, FileType type, List<Integer> numbers, Consumer<ExtractedPage> pages) {
        if (numbers.isEmpty()) {
            return;
        }
        List<Integer> drawn = type == FileType.PDF ? PictureReader.drawnPages(file, numbers) : List.of();
        for (int number : numbers) {
            Source source = drawn.contains(number) ? Source.PENDING : Source.NONE;
            pages.accept(new ExtractedPage(number, "", source, List.of()));
        }
    }

    private static Extraction pictures(Path file, String mediaType, Consumer<ExtractedPage> pages) throws IOException {
        int count = PictureReader.countPictures(file, mediaType);
        for (int number = 1; number <= count; number++) {
            pages.accept(new ExtractedPage(number, "", Source.PENDING, List.of()));
        }
        return new Finished(mediaType, count, Map.of());
    }

    private static Failed failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException
                    || cause.getClass().getSimpleName().equals("InvalidPasswordException")) {
                return new Failed(Reason.ENCRYPTED, "The file is protected by a password. Upload it without one.");
            }
            if (String.valueOf(cause.getMessage()).contains("zip bomb")) {
                return new Failed(Reason.TOO_LARGE, "The file unpacks to far more than it should.");
            }
            if (String.valueOf(cause.getMessage()).contains("decryption material")) {
                return new Failed(Reason.ENCRYPTED, "The file is encrypted for somebody else.");
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
        TesseractOCRConfig ocr = new TesseractOCRConfig();
        ocr.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, ocr);
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
