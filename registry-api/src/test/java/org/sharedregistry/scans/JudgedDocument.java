package org.sharedregistry.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document whose reading is compared with what stands on it.
 *
 * @param name of its file
 * @param group that its figures are added up in
 */
record JudgedDocument(String name, String group, Expected expected, Bytes bytes) {

    static JudgedDocument of(GeneratedScan scan) {
        return new JudgedDocument(scan.file(), scan.noise().name(), Expected.of(scan.truth()), scan::picture);
    }

    static JudgedDocument of(Path file, Expected expected) {
        return new JudgedDocument(file.getFileName().toString(), "CORPUS", expected, () -> Files.readAllBytes(file));
    }

    /** Where its file is read or made, which takes a second for some. */
    @FunctionalInterface
    interface Bytes {
        byte[] read() throws IOException;
    }
}
