package org.sharedregistry.scans;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes scans into a folder, to be looked at: the folder, the first seed and the one behind the last. */
final class WrittenScans {

    private WrittenScans() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> rows = new ArrayList<>();
        rows.add("file,"
                + Arrays.stream(Truth.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(",")));
        for (int seed = Integer.parseInt(args[1]); seed < Integer.parseInt(args[2]); seed++) {
            GeneratedScan scan = GeneratedScan.of(seed);
            Files.write(folder.resolve(scan.file()), scan.picture());
            rows.add(row(scan));
        }
        Files.write(folder.resolve("truth.csv"), rows);
    }

    private static String row(GeneratedScan scan) throws ReflectiveOperationException {
        StringBuilder row = new StringBuilder(scan.file());
        for (RecordComponent component : Truth.class.getRecordComponents()) {
            row.append(',').append(cell(component.getAccessor().invoke(scan.truth())));
        }
        return row.toString();
    }

    /** Quoted as RFC 4180 has it; what there are several of is parted by semicolons. */
    private static String cell(Object value) {
        String text = value instanceof List<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : String.valueOf(value);
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
