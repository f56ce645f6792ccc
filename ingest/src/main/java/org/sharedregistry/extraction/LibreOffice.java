package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sharedregistry.extraction.Extraction.Reason;
import org.springframework.util.FileSystemUtils;

/** The office program that lays a letter out in pages, where it is installed. */
final class LibreOffice {

    private static final String PROGRAM = "soffice";

    /** No macro is run, nothing that a letter refers to is fetched: not from the network, not from this machine. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    /** By name it takes a letter for what it is, and not for HTML that only mentions one. */
    private static final Map<String, String> ENDINGS = Map.of(
            "application/msword", ".doc",
            "application/rtf", ".rtf",
            "application/vnd.oasis.opendocument.text", ".odt",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

    private final Path folder;

    /** @param folder of the parser process */
    LibreOffice(Path folder) {
        this.folder = folder;
    }

    static boolean isInstalled() {
        return BoundedProgram.isInstalled(PROGRAM);
    }

    /**
     * Lays a letter out.
     *
     * @param seconds of processor time it may take
     * @return a PDF in a folder of its own, to be {@link #discard discarded}
     */
    Path toPdf(Path file, String name, String mediaType, long seconds) throws IOException {
        Path work = Files.createDirectories(folder.resolve("office"));
        Path letter = Files.copy(file, work.resolve("letter" + ENDINGS.getOrDefault(mediaType, ending(name))));
        BoundedProgram.run(
                work,
                seconds,
                List.of(
                        PROGRAM,
                        "-env:UserInstallation=" + profile().toUri(),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        "pdf:writer_pdf_Export",
                        "--outdir",
                        work.toString(),
                        letter.toString()));
        // It ends with 0 whether it could or not.
        Path pdf = work.resolve("letter.pdf");
        if (!Files.exists(pdf)) {
            throw new Unreadable(Reason.DAMAGED, "LibreOffice could not lay the file out in pages.");
        }
        return pdf;
    }

    /** Leaves nothing of a letter behind, however its conversion ended. */
    void discard() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("office"));
    }

    /** Settings are read once and kept for the next letter, which starts in half the time. */
    private Path profile() throws IOException {
        Path profile = folder.resolve("office-profile");
        Path user = profile.resolve("user");
        if (!Files.exists(user)) {
            Files.createDirectories(user);
            Files.writeString(user.resolve("registrymodifications.xcu"), SETTINGS);
        }
        return profile;
    }

    private static String ending(String name) {
        String ending = name.substring(Math.max(name.lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z]{3,4}") ? ending : ".doc";
    }
}
