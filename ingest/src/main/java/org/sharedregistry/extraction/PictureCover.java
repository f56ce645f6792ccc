package org.sharedregistry.extraction;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Adds up the areas of the pictures on a page, without unpacking one. */
final class PictureCover extends PDFStreamEngine {

    private double area;

    private PictureCover() {
        addOperator(new Concatenate(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new DrawObject(this));
    }

    /** More than 1 where pictures lie over each other or beyond the edge. */
    static double share(PDPage page) {
        PictureCover cover = new PictureCover();
        try {
            cover.processPage(page);
        } catch (IOException e) {
            // What was understood counts; the recogniser sees what can be drawn of the rest.
        }
        PDRectangle box = page.getCropBox();
        return cover.area / Math.max(1, (double) box.getWidth() * box.getHeight());
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean inline = operator.getName().equals("BI");
        if (inline || isPicture(operator, operands)) {
            Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
            area += Math.abs((double) matrix.getScaleX() * matrix.getScaleY()
                    - (double) matrix.getShearX() * matrix.getShearY());
        } else {
            super.processOperator(operator, operands);
        }
    }

    private boolean isPicture(Operator operator, List<COSBase> operands) {
        return operator.getName().equals("Do")
                && !operands.isEmpty()
                && operands.get(0) instanceof COSName name
                && getResources().isImageXObject(name);
    }
}
