package org.sharedregistry.feed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code feed}: its options, and what it prints. */
@Command(name = "registry-api")
public final class FeedCommand {

    /** The first word of the command. */
    public static final String NAME = "feed";

    private static final int ALL_READABLE = 0;
    private static final int SOME_FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int MOST_PARALLEL = 64;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final boolean terminal;
    private final Patience patience;
    private final PrintStream out;
    private final PrintStream err;

    FeedCommand(boolean terminal, Patience patience, PrintStream out, PrintStream err) {
        this.terminal = terminal;
        this.patience = patience;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param words the command line from {@link #NAME} on
     * @return 0 when all files are readable, 1 when some failed or the registry went away, 2 on wrong usage
     */
    // On JDK 22 to 24 it is never null, and a log may there get a bar instead of lines.
    @SuppressWarnings("SystemConsoleNull")
    public static int run(List<String> words) {
        return new FeedCommand(System.console() != null, Patience.USUAL, System.out, System.err).execute(words);
    }

    int execute(List<String> words) {
        return new CommandLine(this)
                // The at sign stands before the file of the key alone.
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .execute(words.toArray(String[]::new));
    }

    @Command(
            name = NAME,
            sortOptions = false,
            sortSynopsis = false,
            description = {
                "Sends all files of a folder to a running registry and waits until they are read.",
                "Broken off, it goes on where it stopped when it is given again.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all files are readable",
                "1:some failed, or the registry went away",
                "2:the command cannot be done as given"
            })
    int feed(
            @Parameters(paramLabel = "<folder>", description = "with all that lies in it; hidden files are left out")
                    Path folder,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "<key>",
                            description = "the account's API key, or @ and the file that holds it")
                    String key,
            @Option(
                            names = "--server",
                            paramLabel = "<address>",
                            defaultValue = "http://localhost:8080",
                            description = "of the registry; ${DEFAULT-VALUE} if not given")
                    URI server,
            @Option(
                            names = "--kind",
                            paramLabel = "<kind>",
                            defaultValue = "OTHER",
                            description = "what the files are: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given")
                    DocumentKind kind,
            @Option(
                            names = "--parallel",
                            paramLabel = "<count>",
                            defaultValue = "4",
                            description = "how many files are sent at once; ${DEFAULT-VALUE} if not given")
                    int parallel,
            @Option(names = "--retry-failed", description = "have what could not be read before tried once more")
                    boolean retryFailed,
            @Option(
                            names = "--journal",
                            paramLabel = "<file>",
                            description =
                                    "what was acknowledged; " + Journal.USUAL_NAME + " in the folder if not given")
                    @Nullable
                    Path journal)
            throws InterruptedException {
        try {
            check(folder, server, parallel);
            Path file = journal == null ? folder.resolve(Journal.USUAL_NAME) : journal;
            Registry registry = new Registry(base(server), secret(key), patience);
            registry.check();
            try (Journal opened = Journal.open(file, base(server))) {
                return feed(Folder.read(folder, file), registry, opened, kind, parallel, retryFailed);
            }
        } catch (WrongUsage e) {
            err.println(e.getMessage());
            return WRONG_USAGE;
        } catch (RegistryUnreachable e) {
            err.println("The registry does not answer (" + e.getMessage()
                    + "). What it acknowledged is in the journal: give the command again to go on.");
            return SOME_FAILED;
        } catch (Registry.Refused e) {
            err.println("The registry refuses to go on. " + e.reason() + ": " + e.detail());
            return SOME_FAILED;
        }
    }

    private int feed(
            Folder folder, Registry registry, Journal journal, DocumentKind kind, int parallel, boolean retryFailed)
            throws InterruptedException {
        Feed feed = new Feed(registry, journal, work -> Progress.of(work, terminal, err));
        int before = feed.acknowledged(folder.files()).size();
        if (retryFailed && before > 0) {
            feed.retryFailed();
        }
        List<Failure> notSent = new ArrayList<>(folder.unreadable());
        notSent.addAll(feed.send(folder.files(), kind, parallel));
        if (!feed.acknowledged(folder.files()).isEmpty()) {
            feed.awaitReading();
        }
        Report report = feed.report(folder.files(), notSent);
        print(folder, before, report);
        return report.failures().isEmpty() ? ALL_READABLE : SOME_FAILED;
    }

    private void print(Folder folder, int before, Report report) {
        out.println("files: " + folder.files().size() + "; acknowledged before: " + before
                + "; links and the like, passed over: " + folder.passedOver());
        report.counts().forEach((status, count) -> out.printf("%7d %s%n", count, status));
        if (!report.failures().isEmpty()) {
            out.println();
            out.println("failed: " + report.failures().size());
        }
        for (Failure failure : report.failures()) {
            out.println(printable(failure.file()));
            out.println("    " + failure.reason() + ": " + printable(failure.detail()));
        }
    }

    private static void check(Path folder, URI server, int parallel) {
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage(folder + " is no folder.");
        }
        if (server.getHost() == null || !String.valueOf(server.getScheme()).matches("https?")) {
            throw new WrongUsage(server + " is no address such as http://localhost:8080.");
        }
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new WrongUsage("--parallel takes 1 to " + MOST_PARALLEL + ".");
        }
    }

    private static URI base(URI server) {
        return URI.create(server.toString().replaceFirst("/+$", ""));
    }

    private static String secret(String key) {
        if (!key.startsWith("@")) {
            return key;
        }
        try {
            return Files.readString(Path.of(key.substring(1))).strip();
        } catch (IOException e) {
            throw new WrongUsage("The key cannot be read (" + e + ").");
        }
    }

    /** A file may have any name: shown so that it stays on its line and does nothing to the terminal. */
    private static String printable(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "\\u%04x".formatted((int) found.group().charAt(0))));
    }
}
