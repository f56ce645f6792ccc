package org.sharedregistry.extraction;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.extraction.Frames.Limits;

/** Reads again, prepared in several ways, what on a page seems to be the number of a document. */
final class NumberReader {

    private final Tesseract tesseract;
    private final Path folder;
    private final List<Preparation> preparations;

    NumberReader(Tesseract tesseract, Path folder, Limits limits) {
        List<String> languages = List.of(limits.languages().split("\\+"));
        this.tesseract = tesseract;
        this.folder = folder;
        this.preparations = limits.preparations().stream()
                .filter(preparation -> languages.contains(preparation.language()))
                .toList();
    }

    /** @param picture in which the words were found; asked for only where there is something to read */
    List<Rereading> read(Recognised words, Picture picture) throws IOException {
        List<NumberLine> lines = preparations.isEmpty() ? List.of() : NumberLine.of(words);
        if (lines.isEmpty()) {
            return List.of();
        }
        BufferedImage page = picture.open();
        List<Rereading> rereadings = new ArrayList<>();
        // One start of the program a language: it reads what it knows of it anew each time.
        for (String language :
                preparations.stream().map(Preparation::language).distinct().toList()) {
            rereadings.addAll(read(
                    lines,
                    page,
                    preparations.stream()
                            .filter(preparation -> preparation.language().equals(language))
                            .toList(),
                    language));
        }
        return rereadings;
    }

    private List<Rereading> read(
            List<NumberLine> lines, BufferedImage page, List<Preparation> prepared, String language)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Preparation preparation : prepared) {
            for (NumberLine line : lines) {
                for (List<Word> piece : line.pieces()) {
                    Rectangle place = NumberLine.place(piece, page.getWidth(), page.getHeight());
                    Path file = folder.resolve("line" + files.size() + ".png");
                    ImageIO.write(
                            preparation.of(page.getSubimage(place.x, place.y, place.width, place.height)),
                            "png",
                            file.toFile());
                    files.add(file);
                }
            }
        }
        List<Recognised> read = tesseract.readLines(files, language);
        List<Rereading> rereadings = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < prepared.size(); i++) {
            for (NumberLine line : lines) {
                rereadings.add(
                        rereading(line, read.subList(next, next + line.pieces().size())));
                next += line.pieces().size();
            }
        }
        return rereadings;
    }

    private static Rereading rereading(NumberLine line, List<Recognised> pieces) {
        String text = pieces.stream().map(Recognised::text).collect(Collectors.joining(" "));
        double confidence =
                pieces.stream().mapToDouble(Recognised::confidence).min().orElse(0);
        return new Rereading(line.start(), line.end(), text, (int) Math.round(confidence));
    }

    /** A picture that is unpacked when it is needed. */
    interface Picture {
        BufferedImage open() throws IOException;
    }
}
