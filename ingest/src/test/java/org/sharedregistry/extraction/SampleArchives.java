package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Archives as manufacturers send them, and as nobody should, made on the spot. */
record SampleArchives(Path folder) {

    /** As any modern program packs: names in UTF-8, and it says so. */
    Path zip(Map<String, byte[]> entries) {
        return zip("archive.zip", UTF_8, entries);
    }

    /** As Windows packs where its alphabet is this one: names in it, and nothing about them. */
    Path zip(Charset alphabet, Map<String, byte[]> entries) {
        return zip("archive.zip", alphabet, entries);
    }

    @SuppressWarnings("PreferCharsetOverload") // there is none
    private Path zip(String name, Charset alphabet, Map<String, byte[]> entries) {
        return write(name, out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                zip.setEncoding(alphabet.name());
                zip.setUseLanguageEncodingFlag(alphabet.equals(UTF_8));
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    /** One entry of so many zeros; packed it is a thousandth of that. */
    Path bomb(long zeros) {
        return write("bomb.zip", out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                byte[] block = new byte[1 << 16];
                zip.putArchiveEntry(new ZipArchiveEntry("zeros.txt"));
                for (long written = 0; written < zeros; written += block.length) {
                    zip.write(block);
                }
                zip.closeArchiveEntry();
            }
        });
    }

    /** Says of its entries that they are encrypted, as far as a reader gets that has no password. */
    Path lockedZip() {
        Path file = zip(Map.of("secret.txt", "secret".getBytes(UTF_8)));
        return rewrite(file, bytes -> {
            bytes[6] |= 1;
            int directory = indexOf(bytes, 'P', 'K', 1, 2);
            bytes[directory + 8] |= 1;
        });
    }

    /** The first of its entries does not hold what its checksum says. */
    Path zipWithADamagedEntry(Map<String, byte[]> entries) {
        Path file = zip(entries);
        return rewrite(file, bytes -> {
            int second = indexOf(bytes, 'P', 'K', 3, 4);
            bytes[second + 14] ^= 0x55;
            int directory = indexOf(bytes, 'P', 'K', 1, 2);
            bytes[directory + 16] ^= 0x55;
        });
    }

    Path sevenZ(String password, Map<String, byte[]> entries) {
        Path file = folder.resolve("archive.7z");
        try (SevenZOutputFile archive =
                new SevenZOutputFile(file.toFile(), password.isEmpty() ? null : password.toCharArray())) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                SevenZArchiveEntry header = new SevenZArchiveEntry();
                header.setName(entry.getKey());
                archive.putArchiveEntry(header);
                archive.write(entry.getValue());
                archive.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    Path tar(Charset alphabet, Map<String, byte[]> entries) {
        return write("archive.tar", out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, alphabet.name())) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
                    header.setSize(entry.getValue().length);
                    tar.putArchiveEntry(header);
                    tar.write(entry.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    /** @param ending that says how it is packed: gz, bz2 or xz */
    Path single(String ending, byte... content) {
        return write("protocol.txt." + ending, out -> {
            try (OutputStream packed = switch (ending) {
                case "gz" -> new GzipCompressorOutputStream(out);
                case "bz2" -> new BZip2CompressorOutputStream(out);
                default -> new XZCompressorOutputStream(out);
            }) {
                packed.write(content);
            }
        });
    }

    private static int indexOf(byte[] bytes, int... signs) {
        for (int i = 0; i < bytes.length - signs.length; i++) {
            if (bytes[i] == signs[0]
                    && bytes[i + 1] == signs[1]
                    && bytes[i + 2] == signs[2]
                    && bytes[i + 3] == signs[3]) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not an archive");
    }

    private static Path rewrite(Path file, Change change) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            change.of(bytes);
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, Content content) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private interface Change {
        void of(byte[] bytes);
    }
}
