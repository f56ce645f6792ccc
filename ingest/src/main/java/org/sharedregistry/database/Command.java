package org.sharedregistry.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program with its arguments. It sees nothing of our environment but the search path. */
record Command(List<String> words) {

    Command {
        words = List.copyOf(words);
    }

    static Command of(Object... words) {
        return new Command(Stream.of(words).map(Object::toString).toList());
    }

    /** This command with further arguments, which may be a whole command that this one runs. */
    Command with(Object... further) {
        return with(of(further));
    }

    Command with(Command further) {
        return new Command(Stream.concat(words.stream(), further.words.stream()).toList());
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    /**
     * Runs it to its end.
     *
     * @return what it printed
     * @throws DatabaseNotStarted when it reports a failure
     */
    String run() throws IOException, InterruptedException {
        Process process = builder().start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new DatabaseNotStarted(output);
        }
        return output;
    }

    boolean succeeds() throws IOException, InterruptedException {
        Process process =
                builder().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor() == 0;
    }
}
