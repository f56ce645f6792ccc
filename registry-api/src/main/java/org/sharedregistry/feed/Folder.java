package org.sharedregistry.feed;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a folder holds, down to the last one within it: in the order of names, without hidden files, without following
 * symbolic links.
 */
final class Folder {

    /** What Java puts where it cannot make out a letter. */
    private static final String ILLEGIBLE = "\uFFFD";

    private final Path root;
    private final Path except;
    private final List<LocalFile> files = new ArrayList<>();
    private final List<Failure> unreadable = new ArrayList<>();
    private int passedOver;

    private Folder(Path root, Path except) {
        this.root = root;
        this.except = except;
    }

    /** @param except a file that is left out, there or not */
    static Folder read(Path root, Path except) {
        Folder folder = new Folder(root, except.toAbsolutePath().normalize());
        folder.enter(root);
        return folder;
    }

    List<LocalFile> files() {
        return List.copyOf(files);
    }

    /** The files and folders that could not be looked into. */
    List<Failure> unreadable() {
        return List.copyOf(unreadable);
    }

    /** How many symbolic links, pipes and the like there were. */
    int passedOver() {
        return passedOver;
    }

    private void enter(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(folder, e);
        }
        entries.sort(Comparator.comparing(Path::toString));
        entries.forEach(this::meet);
    }

    private void meet(Path entry) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (Files.isHidden(entry) || entry.toAbsolutePath().normalize().equals(except)) {
                return;
            }
            if (attributes.isDirectory()) {
                enter(entry);
            } else if (!attributes.isRegularFile()) {
                passedOver++;
            } else if (name(entry).contains(ILLEGIBLE)) {
                unreadable.add(new Failure(
                        name(entry),
                        "ILLEGIBLE_NAME",
                        "The name is not written in the system's encoding, "
                                + System.getProperty("sun.jnu.encoding")
                                + ". Set a UTF-8 LANG, or rename the file."));
            } else {
                files.add(new LocalFile(
                        entry,
                        name(entry),
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()));
            }
        } catch (IOException e) {
            unreadable(entry, e);
        }
    }

    private void unreadable(Path path, Exception cause) {
        unreadable.add(new Failure(name(path), "UNREADABLE", String.valueOf(cause)));
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
