package org.sharedregistry.consignment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * A table as programs for tables write it: parted by semicolons, commas or tabs, in UTF-8 or Windows-1251, with or
 * without a byte order mark.
 */
@Component
final class CsvReader implements BatchReader {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** In so many characters the first row shows what parts its columns. */
    private static final int BEGINNING = 8192;

    @Override
    public MediaType form() {
        return MediaType.valueOf(CSV);
    }

    @Override
    public void read(Path body, MediaType sent, Batch batch) throws IOException {
        Charset given = sent.getCharset();
        Charset charset = given != null ? given : charset(body);
        try (BufferedReader text = new BufferedReader(open(body, charset));
                CSVParser rows = CSVParser.parse(
                        text,
                        CSVFormat.DEFAULT
                                .builder()
                                .setDelimiter(delimiter(text))
                                .get())) {
            read(rows, batch);
        } catch (CharacterCodingException e) {
            throw new RegistryProblem(ProblemType.MALFORMED_BODY, "The text is not written in " + charset + ".");
        }
    }

    private static void read(CSVParser rows, Batch batch) throws IOException {
        TableHeader header = null;
        try {
            for (CSVRecord row : rows) {
                List<String> cells = row.toList();
                if (header == null) {
                    header = new TableHeader(cells);
                } else {
                    header.add(cells, batch);
                }
            }
        } catch (UncheckedIOException e) {
            throw broken(rows, e.getCause());
        }
    }

    /** @return what the caller is told; a text in the wrong charset is told of elsewhere */
    private static RegistryProblem broken(CSVParser rows, @Nullable IOException cause) throws IOException {
        if (cause instanceof CSVException) {
            return new RegistryProblem(
                            ProblemType.MALFORMED_BODY,
                            "A quoted value does not end, or has something behind its end. Write a quote within it twice.")
                    .with("line", rows.getCurrentLineNumber());
        }
        throw cause == null ? new IOException("The table cannot be read") : cause;
    }

    private static Charset charset(Path body) throws IOException {
        try (Reader text = open(body, StandardCharsets.UTF_8)) {
            text.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    private static Reader open(Path body, Charset charset) throws IOException {
        InputStream in = BOMInputStream.builder().setPath(body).get();
        return new InputStreamReader(in, charset.newDecoder());
    }

    /** The one that is most often in the first row, where names hold none of them. */
    private static char delimiter(BufferedReader text) throws IOException {
        char[] beginning = new char[BEGINNING];
        text.mark(BEGINNING);
        int length = IOUtils.read(text, beginning);
        text.reset();
        String first = new String(beginning, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return DELIMITERS.stream()
                .max(Comparator.comparingLong(delimiter ->
                        first.chars().filter(letter -> letter == delimiter).count()))
                .orElseThrow();
    }
}
