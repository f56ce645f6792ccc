package org.sharedregistry.extraction;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.sharedregistry.extraction.Extraction.Reason;

/** Draws pages of a PDF, and knows when a picture on them could not be drawn; PDFBox leaves the paper white. */
final class PdfPainter extends PDFRenderer {

    private static final float DOTS_PER_INCH = 300;
    private static final float POINTS_PER_INCH = 72;

    private boolean leftPicturesOut;

    PdfPainter(PDDocument document) {
        super(document);
        // A page takes 0.5 s less than with PDFBox's bicubic, and its words are the same.
        RenderingHints hints =
                new RenderingHints(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        hints.put(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        setRenderingHints(hints);
        // A picture that is finer than the page is drawn is not unpacked whole.
        setSubsamplingAllowed(true);
    }

    /**
     * @param number from 1
     * @return grey, at 300 dots an inch or as many as the pixels allow
     * @throws Unreadable when a picture on it is compressed by a method, such as JPEG 2000, that nothing here undoes
     */
    BufferedImage page(int number, long maxPixels) throws IOException {
        leftPicturesOut = false;
        PDRectangle box = document.getPage(number - 1).getCropBox();
        double inches = (double) box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        double finest = Math.sqrt(maxPixels / Math.max(inches, 1e-6));
        return renderImageWithDPI(number - 1, (float) Math.min(DOTS_PER_INCH, finest), ImageType.GRAY);
    }

    /** Whether a picture on the page that was drawn last is damaged. */
    boolean leftPicturesOut() {
        return leftPicturesOut;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
                    throws IOException {
                if (e instanceof MissingImageReaderException) {
                    throw new Unreadable(
                            Reason.UNSUPPORTED, "A picture in the file is compressed in a way that is not read here.");
                }
                leftPicturesOut = true;
                super.operatorException(operator, operands, e);
            }
        };
    }
}
