package org.sharedregistry.scans;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A place on a page, as shares of its width and height. */
record Spot(double across, double down) {

    /** Where the last characters of a number stand; they are never parted by the end of a line. */
    static Spot of(String number, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Letters letters = new Letters();
            letters.getText(document);
            return letters.middleOf(number.substring(number.lastIndexOf(' ') + 1));
        }
    }

    private static final class Letters extends PDFTextStripper {

        private final List<TextPosition> positions = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        protected void processTextPosition(TextPosition position) {
            positions.add(position);
            text.append(position.getUnicode());
        }

        Spot middleOf(String part) {
            TextPosition middle = positions.get(text.indexOf(part) + part.length() / 2);
            return new Spot(middle.getXDirAdj() / middle.getPageWidth(), middle.getYDirAdj() / middle.getPageHeight());
        }
    }
}
