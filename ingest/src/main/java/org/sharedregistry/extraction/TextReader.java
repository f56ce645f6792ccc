package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;

/** Reads what a file holds as text, each kind of file in its own way. Runs in a parser process. */
final class TextReader {

    private static final Set<String> OFFICE_NAMES =
            Set.of(".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp");

    private final Detector detector;
    private final Path folder;
    private final TikaReader tika;
    private final LibreOffice office;

    /** @param folder of the parser process */
    TextReader(Detector detector, Path folder) {
        this.detector = detector;
        this.folder = folder;
        this.tika = new TikaReader(detector);
        this.office = new LibreOffice(folder);
    }

    Extraction read(Path path, String name, Limits limits, Consumer<ExtractedPage> pages, Consumer<Member> members) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream in = TikaInputStream.get(path)) {
            long size = Files.size(path);
            if (size == 0) {
                return new Failed(Reason.EMPTY, "The file has no content.");
            }
            SignatureFile signature = new SignatureFile(path);
            String mediaType = signature.isOne()
                    ? SignatureFile.DETACHED
                    : detector.detect(in, metadata).getBaseType().toString();
            OpenFile file = new OpenFile(
                    path, name, mediaType, limits, pages, new Members(folder, size, limits.members(), members));
            checkName(file);
            return switch (file.type()) {
                case PICTURE -> givePictures(file);
                case PDF, LETTER, OFFICE, TEXT, OUTLOOK -> tika.read(file, in, metadata);
                case MAIL -> readMail(file);
                case ARCHIVE -> unpack(file);
                case SIGNATURE -> signature.read(name, file.members());
                case UNKNOWN ->
                    new Failed(
                            Reason.UNSUPPORTED,
                            "Files of the type " + mediaType
                                    + " are not read. Upload a PDF, an office document, a text or a picture.");
            };
        } catch (IOException | RuntimeException e) {
            return failure(e);
        }
    }

    /** Lays a letter out in pages and reads those; pictures on them stay unread, for no recogniser finds them. */
    Extraction paginate(Path path, String name, long seconds, Limits limits, Consumer<ExtractedPage> pages) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (TikaInputStream in = TikaInputStream.get(path)) {
            String mediaType = detector.detect(in, metadata).getBaseType().toString();
            if (FileType.of(mediaType) != FileType.LETTER) {
                return new Failed(Reason.UNSUPPORTED, "Files of the type " + mediaType + " have pages of their own.");
            }
            try {
                Path pdf = office.toPdf(path, name, mediaType, seconds);
                Extraction end = read(
                        pdf,
                        "",
                        limits,
                        page -> pages.accept(
                                page.source() == Source.PENDING
                                        ? new ExtractedPage(
                                                page.number(),
                                                page.text(),
                                                page.text().isEmpty() ? Source.NONE : Source.TEXT,
                                                List.of())
                                        : page),
                        member -> {});
                return end instanceof Finished finished
                        ? new Finished(mediaType, finished.pages(), finished.metadata())
                        : end;
            } finally {
                office.discard();
            }
        } catch (IOException | RuntimeException e) {
            return failure(e);
        }
    }

    /** A name that promises pages, over bytes that hold none: whoever uploaded it meant another file. */
    private static void checkName(OpenFile file) throws Unreadable {
        String ending =
                file.name().substring(Math.max(file.name().lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
        if (ending.equals(".pdf") && file.type() != FileType.PDF) {
            throw new Unreadable(Reason.DAMAGED, "The file is named .pdf but holds " + file.mediaType() + ".");
        }
        if (OFFICE_NAMES.contains(ending) && file.type() == FileType.ARCHIVE) {
            throw new Unreadable(Reason.DAMAGED, "The file is named " + ending + " but parts of it are missing.");
        }
    }

    private static Extraction givePictures(OpenFile file) throws IOException {
        int held = new PictureFile(file.path(), file.mediaType()).count(file.limits());
        int count = Math.min(held, file.limits().maxPages());
        for (int number = 1; number <= count; number++) {
            file.pages().accept(new ExtractedPage(number, "", Source.PENDING, List.of()));
        }
        return new Finished(
                file.mediaType(), count, new Description().cut(held > count).entries());
    }

    private Extraction readMail(OpenFile file) throws IOException {
        MailReader mail =
                MailReader.read(file.path(), file.members(), (int) file.limits().maxCharacters());
        PageCollector page = new PageCollector(file.limits(), file::giveText);
        mail.headers().forEach(page::addLine);
        for (MailReader.Text text : mail.texts()) {
            page.addLine("");
            page.addLine(text.html() ? tika.textOf(text.text()) : text.text());
        }
        page.end();
        return new Finished(
                file.mediaType(),
                page.count(),
                new Description()
                        .put("title", mail.subject())
                        .cut(page.cut() || mail.cut())
                        .of(file.members())
                        .entries());
    }

    /** An archive's page is the list of what it holds, so that it can be found by a name in it. */
    private static Extraction unpack(OpenFile file) throws IOException {
        List<String> names = new ArchiveReader(file.path(), file.members()).read(file.mediaType(), file.name());
        PageCollector list = new PageCollector(file.limits(), file::giveText);
        names.forEach(list::addLine);
        list.end();
        return new Finished(
                file.mediaType(),
                list.count(),
                new Description().cut(list.cut()).of(file.members()).entries());
    }

    /** Why a file could not be read, by what a parser threw over it. */
    static Failed failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof Unreadable unreadable) {
                return unreadable.failed();
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException
                    || cause instanceof InvalidPasswordException) {
                return new Failed(Reason.ENCRYPTED, "The file is protected by a password. Upload it without one.");
            }
            if (message.contains("decryption material")) {
                return new Failed(Reason.ENCRYPTED, "The file is encrypted for somebody else.");
            }
            if (cause instanceof TikaMemoryLimitException || message.contains("zip bomb")) {
                return new Failed(Reason.TOO_LARGE, "The file unpacks to far more than it should.");
            }
        }
        return new Failed(Reason.DAMAGED, "The file is damaged, or is not what its name says.");
    }
}
