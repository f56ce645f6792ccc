package org.sharedregistry.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, published by the zonky project as an archive on the class path. */
final class Binaries {

    private static final String PREFIX = "binaries-";

    private final String archive;

    private Binaries(String archive) {
        this.archive = archive;
    }

    /** @throws NoDatabaseForPlatform when the class path has none for this machine */
    static Binaries ofThisMachine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
        String archive = "/postgres-" + system + "-" + processor + ".txz";
        // The server is started and watched by means of Linux: setsid, unshare, /proc.
        if (!system.equals("linux") || Binaries.class.getResource(archive) == null) {
            throw new NoDatabaseForPlatform(system + " " + processor);
        }
        return new Binaries(archive);
    }

    /**
     * Unpacks them below {@code home} unless they are there.
     *
     * @return the folder of the programs
     */
    Path unpack(Path home) throws IOException {
        Path folder = home.resolve(PREFIX + digest());
        if (Files.notExists(folder)) {
            Path unfinished = home.resolve(folder.getFileName() + ".unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            extract(unfinished);
            force(unfinished);
            // The name without the suffix is the mark that everything is there and on the disk.
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder.resolve("bin");
    }

    /** Removes those that other releases, or interrupted starts, have left beside the {@code programs} in use. */
    static void removeOthers(Path home, Path programs) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!programs.startsWith(folder)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    private String digest() throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void extract(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(open()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, folder.resolve(entry.getName()));
            }
        }
    }

    private static void extract(InputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private InputStream open() {
        return new BufferedInputStream(Binaries.class.getResourceAsStream(archive));
    }

    private static void force(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                try (FileChannel channel = FileChannel.open(path)) {
                    channel.force(true);
                }
            }
        }
    }
}
