package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Signature.State;

/** The signatures in a PDF. Runs in a parser process. */
final class PdfSignatures {

    private static final Set<String> CMS = Set.of("adbe.pkcs7.detached", "ETSI.CAdES.detached");
    private static final String TIMESTAMP = "ETSI.RFC3161";

    /** Each takes a digest of the whole file. */
    private static final int MOST_SIGNATURES = 16;

    private final Path file;

    PdfSignatures(Path file) {
        this.file = file;
    }

    List<Signature> in(PDDocument document) {
        try {
            return document.getSignatureDictionaries().stream()
                    .limit(MOST_SIGNATURES)
                    .flatMap(each -> read(each).stream())
                    .toList();
        } catch (RuntimeException e) {
            // A form that is broken takes nothing from what is printed on the pages.
            return List.of();
        }
    }

    private List<Signature> read(PDSignature signature) {
        try {
            String form = String.valueOf(signature.getSubFilter());
            if (!CMS.contains(form) && !form.equals(TIMESTAMP)) {
                // What was in use before them: a bare value by RSA, or a signature over a digest by SHA-1.
                return List.of(Signature.of(State.UNKNOWN_ALGORITHM, ReadableText.line(form)));
            }
            SignedBytes signed = signedBytes(signature);
            SignedData data = SignedData.of(signature.getContents());
            List<Signature> found =
                    form.equals(TIMESTAMP) ? List.of(new Timestamp(data).over(signed)) : data.over(signed);
            long after = Files.size(file) - signed.end();
            return found.stream()
                    .map(each -> each.inPdf(claimedTime(signature), after))
                    .toList();
        } catch (IOException | RuntimeException e) {
            return List.of(Signature.damaged());
        }
    }

    /**
     * All that its range names, if nothing but the signature itself is left out.
     *
     * @throws IOException when more is left out: that may say whatever somebody put there afterwards
     */
    private SignedBytes signedBytes(PDSignature signature) throws IOException {
        int[] range = signature.getByteRange();
        if (range == null
                || range.length != 4
                || range[0] != 0
                || range[1] < 0
                || range[2] < range[1]
                || range[3] < 0) {
            throw new IOException("The signature is over " + Arrays.toString(range));
        }
        long end = (long) range[2] + range[3];
        if (end > Files.size(file)) {
            throw new IOException("The file ends before what is signed");
        }
        byte[] gap;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(range[1]);
            gap = in.readNBytes(range[2] - range[1]);
        }
        String hex = HexFormat.of().formatHex(signature.getContents());
        String leftOut = new String(gap, ISO_8859_1).toLowerCase(Locale.ROOT);
        // Some programs sign the brackets too.
        if (!leftOut.equals("<" + hex + ">") && !leftOut.equals(hex)) {
            throw new IOException("The signature leaves out more than itself");
        }
        return new SignedBytes(file, range[1], range[2], end);
    }

    private static @Nullable Instant claimedTime(PDSignature signature) {
        Calendar date = signature.getSignDate();
        return date == null ? null : date.toInstant();
    }
}
