package org.sharedregistry.extraction;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.io.TikaInputStream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.ExtractedPage.Source;

/** Completes the texts that Tika reads of the pages of a PDF, while the document is open. */
final class PdfTexts {

    private final OpenFile file;
    private final TikaInputStream in;
    private final PdfCodes codes = new PdfCodes();
    private @Nullable PdfForm form;

    PdfTexts(OpenFile file, TikaInputStream in) {
        this.file = file;
        this.in = in;
    }

    void give(int number, String written) {
        if (!(in.getOpenContainer() instanceof PDDocument document)) {
            file.giveText(number, written);
            return;
        }
        String filledIn = filledIn(document, number);
        String text = filledIn.isEmpty() ? written : ReadableText.of(written + filledIn);
        ExtractedPage page = ReadableText.isUsable(text)
                ? PdfPages.withText(document, number, text)
                : PdfPages.withoutText(document, number);
        // A page that is a picture shows its codes when it is recognised.
        file.pages().accept(page.source() == Source.TEXT ? page.with(codes.on(document.getPage(number - 1))) : page);
    }

    private String filledIn(PDDocument document, int number) {
        try {
            if (form == null) {
                form = new PdfForm(document);
            }
            return form.textOn(number);
        } catch (IOException | RuntimeException e) {
            // A form that is broken takes nothing from what is printed on the page.
            return "";
        }
    }
}
