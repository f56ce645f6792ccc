package org.sharedregistry.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

/** Someone without root's rights: whoever runs the tests or, when that is root, nobody. */
final class OrdinaryUser {

    private static final Pattern NEEDED = Pattern.compile(
            "(.*postgres.*|spring-(core|boot|boot-jdbc)-.*|commons-.*|xz-.*|slf4j-.*|logback-.*)\\.jar");

    private final String classPath;
    private final List<String> prefix;

    private OrdinaryUser(String classPath, List<String> prefix) {
        this.classPath = classPath;
        this.prefix = prefix;
    }

    /** Lets the user write in {@code folder}, and puts the programs there, since those of root's home are not theirs. */
    static OrdinaryUser in(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return new OrdinaryUser(System.getProperty("java.class.path"), List.of());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path programs = Files.createDirectory(folder.resolve("programs"));
        List<String> classPath = new ArrayList<>();
        for (String entry :
                StringUtils.tokenizeToStringArray(System.getProperty("java.class.path"), File.pathSeparator)) {
            Path original = Path.of(entry);
            if (Files.isDirectory(original)
                    || NEEDED.matcher(original.getFileName().toString()).matches()) {
                Path copy = programs.resolve(classPath.size() + "-" + original.getFileName());
                FileSystemUtils.copyRecursively(original, copy);
                classPath.add(copy.toString());
            }
        }
        return new OrdinaryUser(
                String.join(File.pathSeparator, classPath),
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    }

    DatabaseChild start(Path folder) throws IOException {
        return DatabaseChild.start(folder, classPath, prefix);
    }
}
