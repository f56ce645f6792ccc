package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Frames.Limits;

/** Tells the pages of a PDF that show something from the empty ones, where no text could be read. */
final class PdfPages {

    /** Those of ISO 32000-1, table 51, that put something on paper. */
    private static final Set<String> PAINTING =
            Set.of("Do", "BI", "sh", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", "\"");

    /** In letters and digits: more than a stamp or a footer has, and less than a page of text. */
    private static final int FULL_TEXT = 400;

    /** The share of a page from which on it is taken for a scan. */
    private static final double SCAN_COVER = 0.5;

    private PdfPages() {}

    /**
     * A page whose text layer can be read. Where it is short and pictures cover most of the page, as with a stamp or a
     * footer on a scan, the pictures are still to be recognised; the text stays until then.
     */
    static ExtractedPage withText(PDDocument document, int number, String text) {
        boolean shortText = text.codePoints().filter(Character::isLetterOrDigit).count() < FULL_TEXT;
        boolean scan = shortText
                && number <= document.getNumberOfPages()
                && PictureCover.share(document.getPage(number - 1)) >= SCAN_COVER;
        return new ExtractedPage(number, text, scan ? Source.PENDING : Source.TEXT, List.of());
    }

    /** A page that was recognised, together with the text that stands in the file, which has no mistakes. */
    static ExtractedPage withItsText(PDDocument document, ExtractedPage recognised) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(recognised.number());
        stripper.setEndPage(recognised.number());
        String text = ReadableText.of(stripper.getText(document));
        return ReadableText.isUsable(text) ? recognised.behind(text) : recognised;
    }

    static ExtractedPage withoutText(PDDocument document, int number) {
        boolean empty = number <= document.getNumberOfPages() && isEmpty(document.getPage(number - 1));
        return new ExtractedPage(number, "", empty ? Source.NONE : Source.PENDING, List.of());
    }

    /**
     * Gives the pages which the text parser did not come to; their pictures can still be recognised.
     *
     * @param read how many pages it did read
     * @return how many pages there are, as far as limits go
     */
    static int giveUnread(Path file, int read, Limits limits, Consumer<ExtractedPage> pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            int count = Math.max(read, Math.min(document.getNumberOfPages(), limits.maxPages()));
            for (int number = read + 1; number <= count; number++) {
                pages.accept(withoutText(document, number));
            }
            return count;
        }
    }

    private static boolean isEmpty(PDPage page) {
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation.getNormalAppearanceStream() != null) {
                    return false;
                }
            }
            PDFStreamParser content = new PDFStreamParser(page);
            for (Object token = content.parseNextToken(); token != null; token = content.parseNextToken()) {
                if (token instanceof Operator operator && PAINTING.contains(operator.getName())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // It holds what cannot be understood here; the recogniser sees what can be drawn of it.
            return false;
        }
    }
}
