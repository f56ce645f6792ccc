package org.sharedregistry.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.paper.Certainty.LIKELY;
import static org.sharedregistry.paper.Certainty.POSSIBLE;
import static org.sharedregistry.paper.Certainty.SURE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedregistry.examination.Comparison.Line;
import org.sharedregistry.examination.Comparison.Outcome;
import org.sharedregistry.examination.Recorded.Subject;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperKind;
import org.sharedregistry.paper.Particular;

class ComparisonTest {

    private static final UUID ID = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Field, printed, recorded, as paper of an attestation, as paper for goods
                "MODEL | A;B | A;B | AGREES | AGREES",
                "MODEL | A;B | A | PARTLY | AGREES",
                "MODEL | A | A;B | PARTLY | PARTLY",
                "MODEL | C | A;B | DIFFERS | DIFFERS",
                "MODEL | '' | A | NOT_ON_PAPER | NOT_ON_PAPER",
                "MODEL | A | '' | NOT_RECORDED | NOT_RECORDED",
                "HS | 8450111100 | 8450 | AGREES | AGREES",
                "HS | 8450111100;8516605000 | 8450 | PARTLY | AGREES",
                "HS | 8450111100 | 8516 | DIFFERS | DIFFERS",
                "HS | '' | 8516 | NOT_ON_PAPER | ''",
                "REGULATION | A | A;B | PARTLY | AGREES",
                "REGULATION | A;C | A;B | PARTLY | NOT_RECORDED",
                "OKPD2 | '' | 27.51 | '' | ''",
                "MANUFACTURER | A | A;B;C | AGREES | AGREES",
            })
    void comparesByWhatAPaperIsFor(
            Field field, String printed, String recorded, String ofAnAttestation, String forGoods) {
        assertThat(outcome(Subject.ATTESTATION, field, printed, recorded, SURE)).isEqualTo(ofAnAttestation);
        assertThat(outcome(Subject.GOODS, field, printed, recorded, SURE)).isEqualTo(forGoods);
    }

    @ParameterizedTest
    @CsvSource({
        "VALID_TO, 2028-12-13, 2028-12-18, LIKELY, ALIKE",
        "VALID_TO, 2028-12-13, 2028-12-18, SURE, DIFFERS",
        "VALID_TO, 2028-12-13, 2029-11-18, LIKELY, DIFFERS",
        "MANUFACTURER, СВИСЛОЧЬХОЛОД, СВИСЛ0ЧЬХОЛОД, LIKELY, ALIKE",
        "MANUFACTURER, СВИСЛОЧЬХОЛОД, БЕРЕЗИНАТРАКТОР, LIKELY, DIFFERS",
    })
    void takesOneWrongSignForAMisreadingUnlessThePaperSaysItSurely(
            Field field, String printed, String recorded, Certainty certainty, Outcome outcome) {
        assertThat(outcome(Subject.ATTESTATION, field, printed, recorded, certainty))
                .isEqualTo(outcome.name());
    }

    @Test
    void findsANumberWithConfusedSignsAlike() {
        Recorded recorded = recorded(
                Subject.ATTESTATION,
                Map.of(
                        Field.NUMBER,
                        List.of(new Recorded.Value("ЕАЭС RU С-BY.НА81.В.00123/24", "E|RUCBYHA81B0012324"))));
        Particular misread = particular(Field.NUMBER, "ЕАЭС RU С-BY.НА81.В.00128/24", "E|RUCBYHA81B0012824", POSSIBLE);
        Particular confused = particular(Field.NUMBER, "ЕАЭС RU С-BY.НА81.8.00123/24", "E|RUCBYHA8180012324", POSSIBLE);
        assertThat(outcomes(recorded, misread)).containsExactly(Outcome.DIFFERS);
        assertThat(outcomes(recorded, confused)).containsExactly(Outcome.ALIKE);
    }

    @Test
    void takesADayOfIssueForTheFirstDayOfValidity() {
        Recorded recorded = recorded(
                Subject.ATTESTATION,
                Map.of(Field.VALID_FROM, values("2024-10-07"), Field.ISSUED, values("2024-10-07")));
        Particular issued = particular(Field.ISSUED, "2024-10-07", "2024-10-07", SURE);
        assertThat(outcomes(recorded, issued)).containsOnly(Outcome.AGREES).hasSize(2);
    }

    @Test
    void comparesTheNumberOfAManufacturerWithOneOfItsKindAlone() {
        Recorded recorded = recorded(
                Subject.ATTESTATION,
                Map.of(Field.MANUFACTURER_ID, List.of(new Recorded.Value("7707083893", "INN|7707083893"))));
        Particular registration = particular(Field.MANUFACTURER_ID, "1027700132195", "OGRN|1027700132195", SURE);
        assertThat(outcomes(recorded, registration)).isEmpty();
    }

    @Test
    void isAsSureOfALineAsOfTheValueThatDiffers() {
        Recorded recorded = recorded(Subject.ATTESTATION, Map.of(Field.MODEL, values("A")));
        Line line = Comparison.of(
                        printed(particular(Field.MODEL, "A", "A", SURE), particular(Field.MODEL, "B", "B", LIKELY)),
                        recorded)
                .lines()
                .get(0);
        assertThat(line.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(line.certainty()).isEqualTo(LIKELY);
    }

    private static String outcome(Subject subject, Field field, String printed, String recorded, Certainty certainty) {
        Particular[] particulars = split(printed)
                .map(value -> particular(field, value, value, certainty))
                .toArray(Particular[]::new);
        return outcomes(recorded(subject, Map.of(field, values(split(recorded).toArray(String[]::new)))), particulars)
                .stream()
                .map(Outcome::name)
                .findFirst()
                .orElse("");
    }

    private static List<Outcome> outcomes(Recorded recorded, Particular... particulars) {
        return Comparison.of(printed(particulars), recorded).lines().stream()
                .map(Line::outcome)
                .toList();
    }

    private static Printed printed(Particular... particulars) {
        return Printed.of(ID, new Paper(PaperKind.CERTIFICATE, List.of(), List.of(particulars), false));
    }

    private static Recorded recorded(Subject subject, Map<Field, List<Recorded.Value>> values) {
        return new Recorded(subject, ID, "1", new HashMap<>(values));
    }

    private static List<Recorded.Value> values(String... values) {
        return Arrays.stream(values)
                .map(value -> new Recorded.Value(value, value))
                .toList();
    }

    private static Stream<String> split(String values) {
        return Stream.of(values.split(";", -1)).filter(value -> !value.isEmpty());
    }

    private static Particular particular(Field field, String value, String key, Certainty certainty) {
        return new Particular(field, value, null, key, certainty, 1, 0, value.length(), value, List.of());
    }
}
