package org.sharedregistry.consignment;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.verification.VerificationQuery;

/** What a line may say: all that a single verification takes, and how the goods travel. */
final class LineFields {

    static final String LINE_ID = "lineId";
    static final String DOCUMENT_CODE = "documentCode";
    static final String CMR = "cmr";
    static final String PLATE = "plate";
    static final String CONTAINER = "container";
    static final String WAYBILL = "waybill";
    static final String WAGON = "wagon";

    private static final int LONGEST_VALUE = 1000;
    private static final int LONGEST_SHOWN = 60;

    private static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(VerificationQuery.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of(LINE_ID, DOCUMENT_CODE, CMR, PLATE, CONTAINER, WAYBILL, WAGON))
            .collect(Collectors.toCollection(TreeSet::new));

    private LineFields() {}

    /** Trims the values, takes out the empty ones and those that are wrong, and says what was wrong with the first. */
    static Optional<RegistryProblem> clean(Map<String, String> values) {
        RegistryProblem problem = null;
        for (Iterator<Map.Entry<String, String>> left = values.entrySet().iterator(); left.hasNext(); ) {
            Map.Entry<String, String> entry = left.next();
            entry.setValue(entry.getValue().strip());
            RegistryProblem wrong = problem(entry.getKey(), entry.getValue());
            if (wrong != null || entry.getValue().isEmpty()) {
                left.remove();
            }
            problem = problem == null ? wrong : problem;
        }
        return Optional.ofNullable(problem);
    }

    /** @throws RegistryProblem for a name that no line may use */
    static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw unknown(name, NAMES);
        }
    }

    static RegistryProblem unknown(String name, Set<String> known) {
        return new RegistryProblem(
                        ProblemType.UNKNOWN_PARAMETER,
                        "\"" + shown(name) + "\" is not known here. Known are: " + known + ".")
                .with("parameter", shown(name));
    }

    /** A text from outside as it can be repeated in a message: short, and such that it can be encoded. */
    static String shown(String text) {
        String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static @Nullable RegistryProblem problem(String name, String value) {
        if (!NAMES.contains(name)) {
            return unknown(name, NAMES);
        }
        if (value.length() > LONGEST_VALUE) {
            return RegistryProblem.parameter(
                    name, "A value has at most " + LONGEST_VALUE + " characters; this one has " + value.length() + ".");
        }
        if (value.codePoints().anyMatch(LineFields::isNoCharacter)) {
            return RegistryProblem.parameter(name, "The value holds what is no character.");
        }
        return null;
    }

    /** Neither the database nor UTF-8 has room for these; JSON lets them be written. */
    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
