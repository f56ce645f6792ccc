package org.sharedregistry.extraction;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.extraction.ExtractedPage.Code;

/**
 * Reads the codes in a picture, whichever way they lie. ZXing is shown the dark patches of a page one by one, which takes
 * 0.1 to 0.4 s. Shown the whole page of A4 at 300 dots an inch it looks for 3 to 16 s, takes text for bar codes, and misses
 * a Data Matrix. Hence codes that touch other print, or each other, may be missed.
 *
 * <p>Of the bar codes UPC-E is not read: ordinary print is full of it.
 */
final class Codes {

    /** A page of A4 at 300 dots an inch; a larger picture is made smaller. */
    static final int MOST_PIXELS = 9_000_000;

    /** How many patches of a page are looked at: photographs and tables may have hundreds. */
    private static final int MOST_PATCHES = 16;

    /** A code that fills more is as easily read when it is halved. */
    private static final int MOST_PATCH_PIXELS = 700_000;

    /** In characters; a QR code holds no more digits. */
    private static final int LONGEST = 7_089;

    private static final Set<BarcodeFormat> SQUARE = EnumSet.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX);

    private static final Map<DecodeHintType, Object> HINTS = new EnumMap<>(Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.ASSUME_GS1,
            true,
            // Of the even lengths, that of an outer packing; shorter ones are found in any hatching.
            DecodeHintType.ALLOWED_LENGTHS,
            new int[] {14},
            DecodeHintType.POSSIBLE_FORMATS,
            EnumSet.of(
                    BarcodeFormat.QR_CODE,
                    BarcodeFormat.DATA_MATRIX,
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.EAN_8,
                    BarcodeFormat.UPC_A,
                    BarcodeFormat.CODE_128,
                    BarcodeFormat.ITF)));

    /** What ZXing puts before a GS1-128. */
    private static final String GS1_128 = "]C1";

    /** The character that stands for FNC1. */
    private static final Pattern FIELD_END = Pattern.compile("\u001D");

    private Codes() {}

    /** With their places as shares of the picture. */
    static List<Code> in(BufferedImage picture) {
        return in(GreyPicture.of(picture, MOST_PIXELS));
    }

    static List<Code> in(GreyPicture picture) {
        List<Code> codes = new ArrayList<>();
        DarkPatches.on(picture).stream().limit(MOST_PATCHES).forEach(patch -> {
            GreyPicture part = picture.crop(patch.x, patch.y, patch.width, patch.height);
            read(part)
                    .ifPresent(found -> codes.add(new Code(
                            found.getBarcodeFormat().name(),
                            text(found.getText()),
                            (float) patch.x / picture.getWidth(),
                            (float) patch.y / picture.getHeight(),
                            (float) (patch.x + patch.width) / picture.getWidth(),
                            (float) (patch.y + patch.height) / picture.getHeight())));
        });
        return codes;
    }

    private static Optional<Result> read(GreyPicture part) {
        GreyPicture fitting = part;
        while (fitting.getWidth() * fitting.getHeight() > MOST_PATCH_PIXELS) {
            fitting = fitting.halved();
        }
        GreyPicture picture = fitting;
        return tries(picture)
                .findFirst()
                .filter(found -> SQUARE.contains(found.getBarcodeFormat()) || isRepeated(picture, found));
    }

    /** A bar code is the same in both halves of its height; print that looks like one in a row of pixels is not. */
    private static boolean isRepeated(GreyPicture picture, Result found) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        Stream<GreyPicture> halves = runsDown(found)
                ? Stream.of(picture.crop(0, 0, width / 2, height), picture.crop(width / 2, 0, width / 2, height))
                : Stream.of(picture.crop(0, 0, width, height / 2), picture.crop(0, height / 2, width, height / 2));
        return halves.allMatch(
                half -> tries(half).anyMatch(again -> again.getText().equals(found.getText())));
    }

    /** The first for uneven light, the second for few dots an inch, the third for grain. */
    private static Stream<Result> tries(GreyPicture picture) {
        return Stream.<Supplier<Binarizer>>of(
                        () -> new HybridBinarizer(picture),
                        () -> new GlobalHistogramBinarizer(picture),
                        () -> new GlobalHistogramBinarizer(picture.halved()))
                .flatMap(binarizer -> decoded(binarizer.get()).stream());
    }

    private static Optional<Result> decoded(Binarizer picture) {
        try {
            return Optional.of(new MultiFormatReader().decode(new BinaryBitmap(picture), HINTS));
        } catch (NotFoundException | RuntimeException e) {
            // The latter where a picture leads ZXing astray: nothing is to be had from that patch.
            return Optional.empty();
        }
    }

    private static boolean runsDown(Result bars) {
        ResultPoint[] ends = bars.getResultPoints();
        ResultPoint first = ends[0];
        ResultPoint last = ends[ends.length - 1];
        return Math.abs(first.getX() - last.getX()) < Math.abs(first.getY() - last.getY());
    }

    /** Without control characters, but for the one that ends a field before another. */
    private static String text(String raw) {
        String code = raw.startsWith(GS1_128) ? raw.substring(GS1_128.length()) : raw;
        return Stream.of(FIELD_END.split(code.substring(0, Math.min(code.length(), LONGEST))))
                .map(ReadableText::line)
                .filter(field -> !field.isEmpty())
                .collect(Collectors.joining(FIELD_END.pattern()));
    }
}
