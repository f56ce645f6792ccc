package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/**
 * A file of signatures (.sig, .p7s, .p7m): over another file, or with what is signed put in. It is written in bytes (DER,
 * BER) or in letters (PEM, base64). Runs in a parser process.
 */
final class SignatureFile {

    /** Of one over another file. */
    static final String DETACHED = "application/pkcs7-signature";

    /** Of one with what is signed put in. */
    static final String ATTACHED = "application/pkcs7-mime";

    /** It is taken apart in memory, several times as large as it is. */
    private static final int LARGEST = 32 << 20;

    private static final int BEGINNING = 256;
    private static final byte SEQUENCE = 0x30;

    /** 1.2.840.113549.1.7 as an object identifier of 9 bytes, of which the last says what it is. */
    private static final byte[] CMS = {0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07};

    private static final byte ENVELOPED = 3;

    private static final Pattern LETTERS = Pattern.compile("\\s*(?:-----BEGIN [^-]*-----)?([A-Za-z0-9+/=\\s]*)");
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(sig|p7s|p7m|pem)$");

    private final Path file;

    SignatureFile(Path file) {
        this.file = file;
    }

    /** Judged by its first bytes: half of its kind are named like signatures of another. */
    boolean isOne() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return kindAt(decoded(in.readNBytes(BEGINNING))) >= 0;
        }
    }

    /** Reads one that was sent by itself; what is signed in it, if anything, becomes a member. */
    Finished read(String name, Members members) throws IOException {
        SignedData data = data();
        if (data.isEmpty()) {
            throw new Unreadable(Reason.UNSUPPORTED, "The file holds certificates and no signature.");
        }
        byte[] content = data.content();
        if (content != null) {
            members.take(ENDING.matcher(name).replaceFirst(""), new ByteArrayInputStream(content));
        }
        return new Finished(
                content == null ? DETACHED : ATTACHED,
                0,
                new Description().of(members).entries(),
                true,
                data.signatures());
    }

    /** Compares its signatures with another file; one that cannot be understood is one signature that is damaged. */
    Finished over(Path content) {
        List<Signature> signatures;
        try {
            signatures = data().over(SignedBytes.all(content));
        } catch (IOException e) {
            signatures = List.of(Signature.damaged());
        }
        return new Finished(DETACHED, 0, Map.of(), true, signatures);
    }

    private SignedData data() throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new Unreadable(Reason.TOO_LARGE, "Files of signatures are read up to " + (LARGEST >> 20) + " MB.");
        }
        byte[] bytes = decoded(Files.readAllBytes(file));
        if (kindAt(bytes) == ENVELOPED) {
            throw new Unreadable(Reason.ENCRYPTED, "The file is encrypted for somebody else.");
        }
        return SignedData.of(bytes);
    }

    /** Bytes as they are; letters up to where they break off. */
    private static byte[] decoded(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == SEQUENCE) {
            return bytes;
        }
        Matcher letters = LETTERS.matcher(new String(bytes, ISO_8859_1));
        String base64 = letters.lookingAt() ? letters.group(1).replaceAll("\\s", "") : "";
        return Base64.getMimeDecoder().decode(base64.substring(0, base64.length() / 4 * 4));
    }

    /** What kind of CMS begins so; -1 where none does. */
    private static int kindAt(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != SEQUENCE) {
            return -1;
        }
        // The length stands in one byte, or in as many as its low bits say.
        int at = 2 + (bytes[1] < 0 ? bytes[1] & 0x7F : 0);
        int behind = at + CMS.length;
        return behind < bytes.length && Arrays.equals(bytes, at, behind, CMS, 0, CMS.length) ? bytes[behind] : -1;
    }
}
