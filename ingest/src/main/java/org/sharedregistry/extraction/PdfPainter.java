package org.sharedregistry.extraction;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages of a PDF, and says so when a picture on them cannot be drawn; PDFBox would leave the paper white. */
final class PdfPainter extends PDFRenderer {

    PdfPainter(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
                    throws IOException {
                if (e instanceof MissingImageReaderException) {
                    throw new MissingDecoder(e);
                }
                super.operatorException(operator, operands, e);
            }
        };
    }

    /** A picture is compressed by a method, such as JPEG 2000, that no library here undoes. */
    static final class MissingDecoder extends IOException {
        private static final long serialVersionUID = 1L;

        private MissingDecoder(IOException cause) {
            super(cause);
        }
    }
}
