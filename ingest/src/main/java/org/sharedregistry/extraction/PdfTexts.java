package org.sharedregistry.extraction;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.io.TikaInputStream;
import org.jspecify.annotations.Nullable;

/** Completes the texts that Tika reads of the pages of a PDF, while the document is open. */
final class PdfTexts {

    private final OpenFile file;
    private final TikaInputStream in;
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
        file.pages()
                .accept(
                        ReadableText.isUsable(text)
                                ? PdfPages.withText(document, number, text)
                                : PdfPages.withoutText(document, number));
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
