package org.sharedregistry.extraction;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another JVM with the classes of this one. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(Class<?> main, List<String> options) {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(absolute(classPath));
        if (!ClassLoader.getSystemClassLoader().equals(main.getClassLoader())) {
            // From a jar within a jar: only Spring Boot's launcher finds the classes in it.
            command.add("-Dloader.main=" + main.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(main.getName());
        }
        return command;
    }

    /** The child runs in another folder, where relative entries would point elsewhere. */
    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
