package org.sharedregistry.extraction;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.sharedregistry.extraction.ExtractedPage.Code;

/**
 * Reads the codes on pages of a PDF that are text, without drawing the pages: those that lie there as pictures of the size
 * and shape of a code. A code that is drawn by lines, is made up of its mask,
 * or is a part of the picture of a whole page, is not found.
 */
final class PdfCodes extends PDFStreamEngine {

    /** In pixels of the picture. */
    private static final int SHORTEST_SIDE = 20;

    private static final int MOST_PIXELS = 1_000_000;

    /** How many times as long as high a bar code is at most. */
    private static final int LONGEST = 8;

    /** How many pictures of a file are unpacked. */
    private static final int MOST_PICTURES = 50;

    /** Programs put codes in with a pixel or two to a module and no edge of paper; ZXing wants more of both. */
    private static final int SMALL = 400;

    private static final int ENLARGED = 4;
    private static final int EDGE = 32;

    /** A seal or logo is on every page. */
    private final Map<COSStream, List<Code>> known = new HashMap<>();

    private final List<Code> found = new ArrayList<>();

    PdfCodes() {
        addOperator(new Concatenate(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new DrawObject(this));
    }

    /** None on a page that draws nothing from elsewhere: to go through a drawing of lines takes a second. */
    List<Code> on(PDPage page) {
        found.clear();
        try {
            if (page.getResources().getXObjectNames().iterator().hasNext()) {
                processPage(page);
            }
        } catch (IOException | RuntimeException e) {
            // What was found until then stays.
        }
        return List.copyOf(found);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals("Do")
                && !operands.isEmpty()
                && operands.get(0) instanceof COSName name
                && getResources().isImageXObject(name)) {
            PDXObject object = getResources().getXObject(name);
            if (object instanceof PDImageXObject picture && isLikeACode(picture)) {
                Matrix place = getGraphicsState().getCurrentTransformationMatrix();
                codes(picture).forEach(code -> found.add(onPage(code, place)));
            }
        } else {
            super.processOperator(operator, operands);
        }
    }

    private static boolean isLikeACode(PDImageXObject picture) {
        long width = picture.getWidth();
        long height = picture.getHeight();
        return Math.min(width, height) >= SHORTEST_SIDE
                && Math.max(width, height) <= LONGEST * Math.min(width, height)
                && width * height <= MOST_PIXELS;
    }

    private List<Code> codes(PDImageXObject picture) {
        COSStream stream = picture.getCOSObject();
        if (!known.containsKey(stream)) {
            known.put(stream, known.size() < MOST_PICTURES ? read(picture) : List.of());
        }
        return known.getOrDefault(stream, List.of());
    }

    private static List<Code> read(PDImageXObject picture) {
        try {
            // Without its mask: to lay that over the picture takes several times as long, and codes have none.
            BufferedImage image = picture.getOpaqueImage();
            int scale = Math.max(image.getWidth(), image.getHeight()) < SMALL ? ENLARGED : 1;
            return Codes.in(GreyPicture.framed(image, scale, EDGE)).stream()
                    .map(code -> withoutEdge(code, image.getWidth() * scale, image.getHeight() * scale))
                    .toList();
        } catch (IOException | RuntimeException e) {
            // A picture that cannot be unpacked holds no code.
            return List.of();
        }
    }

    private static Code withoutEdge(Code code, float width, float height) {
        return new Code(
                code.format(),
                code.text(),
                share((code.left() * (width + 2 * EDGE) - EDGE) / width),
                share((code.top() * (height + 2 * EDGE) - EDGE) / height),
                share((code.right() * (width + 2 * EDGE) - EDGE) / width),
                share((code.bottom() * (height + 2 * EDGE) - EDGE) / height));
    }

    /** From shares of the picture to shares of the page as it is shown. */
    private Code onPage(Code code, Matrix place) {
        Point2D one = shown(place.transformPoint(code.left(), 1 - code.top()));
        Point2D other = shown(place.transformPoint(code.right(), 1 - code.bottom()));
        return new Code(
                code.format(),
                code.text(),
                share(Math.min(one.getX(), other.getX())),
                share(Math.min(one.getY(), other.getY())),
                share(Math.max(one.getX(), other.getX())),
                share(Math.max(one.getY(), other.getY())));
    }

    private Point2D shown(Point2D point) {
        PDRectangle box = getCurrentPage().getCropBox();
        double x = (point.getX() - box.getLowerLeftX()) / box.getWidth();
        double y = 1 - (point.getY() - box.getLowerLeftY()) / box.getHeight();
        return switch (getCurrentPage().getRotation()) {
            case 90 -> new Point2D.Double(1 - y, x);
            case 180 -> new Point2D.Double(1 - x, 1 - y);
            case 270 -> new Point2D.Double(y, 1 - x);
            default -> new Point2D.Double(x, y);
        };
    }

    private static float share(double value) {
        return (float) Math.min(Math.max(value, 0), 1);
    }
}
