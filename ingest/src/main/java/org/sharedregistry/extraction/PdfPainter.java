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
import org.sharedregistry.extraction.Extraction.Reason;

/** Draws pages of a PDF, and says so when a picture on them cannot be drawn; PDFBox would leave the paper white. */
final class PdfPainter extends PDFRenderer {

    PdfPainter(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
                    throws IOException {
                if (e instanceof MissingImageReaderException) {
                    throw new PictureRefused(
                            Reason.UNSUPPORTED, "A picture in the file is compressed in a way that is not read here.");
                }
                super.operatorException(operator, operands, e);
            }
        };
    }
}
