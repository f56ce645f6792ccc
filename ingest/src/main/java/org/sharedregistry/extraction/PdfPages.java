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
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Frames.Limits;

/** Tells the pages of a PDF that show something from the empty ones, where no text could be read. */
final class PdfPages {

    /** Those of ISO 32000-1, table 51, that put something on paper. */
    private static final Set<String> PAINTING =
            Set.of("Do", "BI", "sh", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", "\"");

    private PdfPages() {}

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
