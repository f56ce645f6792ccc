package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.apache.commons.io.input.ChecksumInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.sharedregistry.extraction.Extraction.Reason;

/**
 * Takes archives apart, one level deep: what an archive holds is not opened, even if it is an archive. Runs in a parser
 * process.
 */
final class ArchiveReader {

    /** The dictionary of an ordinary archive takes 64 MB at most, a process has 384 by default. */
    private static final int MOST_KIBIBYTES = 96 * 1024;

    private final Path file;
    private final Members members;
    private final List<String> names = new ArrayList<>();

    ArchiveReader(Path file, Members members) {
        this.file = file;
        this.members = members;
    }

    /**
     * @param fileName of the archive; it names the only file of one that keeps no name for it
     * @return the names of all that the archive holds, also of what was not taken out of it
     */
    List<String> read(String mediaType, String fileName) throws IOException {
        try {
            switch (mediaType) {
                case "application/zip", "application/java-archive" -> readZip();
                case "application/x-7z-compressed" -> read7z();
                case "application/x-tar", "application/x-gtar" -> readTar();
                case "application/gzip", "application/x-bzip2", "application/x-xz", "application/x-compress" ->
                    readSingle(mediaType, fileName);
                default ->
                    throw new Unreadable(
                            Reason.UNSUPPORTED,
                            "Archives of the type " + mediaType + " are not unpacked. Pack the files as ZIP or 7z.");
            }
        } catch (PasswordRequiredException e) {
            throw encrypted();
        } catch (MemoryLimitException e) {
            throw new Unreadable(
                    Reason.UNSUPPORTED, "The archive takes too much memory to unpack. Pack the files as ZIP.");
        }
        if (members.bomb()) {
            throw new Unreadable(Reason.TOO_LARGE, "The file unpacks to far more than it should.");
        }
        if (members.taken() == 0 && members.damaged() > 0) {
            throw new Unreadable(Reason.DAMAGED, "Nothing in the archive can be unpacked.");
        }
        return names;
    }

    private void readZip() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
                throw encrypted();
            }
            Charset alphabet = alphabet(entries);
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory() && !entry.isUnixSymlink()) {
                    String name = saysItsAlphabet(entry) ? entry.getName() : new String(entry.getRawName(), alphabet);
                    take(name, () -> checked(zip, entry));
                }
            }
        }
    }

    /** That of the machine which made the archive; a single short name would not tell. */
    private static Charset alphabet(List<ZipArchiveEntry> entries) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (ZipArchiveEntry entry : entries) {
            if (!saysItsAlphabet(entry)) {
                names.writeBytes(entry.getRawName());
                names.write('\n');
            }
        }
        return TextEncoding.of(names.toByteArray());
    }

    private static boolean saysItsAlphabet(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
    }

    private static InputStream checked(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        return ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .get();
    }

    private void read7z() throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setPath(file)
                .setMaxMemoryLimitKiB(MOST_KIBIBYTES)
                .get()) {
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && !entry.isAntiItem()) {
                    take(String.valueOf(entry.getName()), () -> current(archive));
                }
            }
        }
    }

    /** The entry at which the archive stands; asked for by name it would be unpacked from the beginning each time. */
    private static InputStream current(SevenZFile archive) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return archive.read();
            }

            @Override
            public int read(byte[] buffer, int start, int length) throws IOException {
                return archive.read(buffer, start, length);
            }
        };
    }

    private void readTar() throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(open(), ISO_8859_1.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    take(nameOf(entry), () -> CloseShieldInputStream.wrap(tar));
                }
            }
        }
    }

    /** Read as Latin-1 a name keeps its bytes; with other letters in it, it stood in a header that says UTF-8. */
    private static String nameOf(TarArchiveEntry entry) {
        String name = entry.getName();
        return ISO_8859_1.newEncoder().canEncode(name) ? TextEncoding.decode(name.getBytes(ISO_8859_1)) : name;
    }

    private void readSingle(String mediaType, String fileName) throws IOException {
        try (InputStream content = unpacked(mediaType)) {
            String itsOwn = content instanceof GzipCompressorInputStream gzip
                    ? gzip.getMetaData().getFileName()
                    : null;
            take(
                    itsOwn == null ? unpackedName(fileName) : TextEncoding.decode(itsOwn.getBytes(ISO_8859_1)),
                    () -> content);
        }
    }

    private InputStream unpacked(String mediaType) throws IOException {
        return switch (mediaType) {
            case "application/gzip" ->
                GzipCompressorInputStream.builder()
                        .setInputStream(open())
                        .setDecompressConcatenated(true)
                        .get();
            case "application/x-xz" ->
                XZCompressorInputStream.builder()
                        .setInputStream(open())
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(MOST_KIBIBYTES)
                        .get();
            case "application/x-bzip2" -> new BZip2CompressorInputStream(open(), true);
            default -> new ZCompressorInputStream(open(), MOST_KIBIBYTES);
        };
    }

    private static String unpackedName(String fileName) {
        String plain = fileName.replaceFirst("(?i)\\.(gz|bz2|xz|z)$", "");
        return plain.replaceFirst("(?i)\\.(tgz|tbz2?|txz)$", ".tar");
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private void take(String name, Content content) throws IOException {
        names.add(ReadableText.line(name));
        if (members.full()) {
            return;
        }
        try (InputStream in = content.open()) {
            members.take(name, in);
        } catch (PasswordRequiredException | MemoryLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // It is counted and told; the next one may be whole.
            members.countDamaged();
        }
    }

    private static Unreadable encrypted() {
        return new Unreadable(Reason.ENCRYPTED, "The archive is protected by a password. Upload it without one.");
    }

    private interface Content {
        InputStream open() throws IOException;
    }
}
