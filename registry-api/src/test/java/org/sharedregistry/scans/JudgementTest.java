package org.sharedregistry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.paper.Certainty.LIKELY;
import static org.sharedregistry.paper.Certainty.POSSIBLE;
import static org.sharedregistry.paper.Certainty.SURE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperKind;
import org.sharedregistry.paper.Particular;

/** How what was read on a document is counted. */
class JudgementTest {

    @Test
    void tellsWhatBecameOfEachValue() {
        Figures figures = judged(
                Map.of(Field.MODEL, List.of("СМ-7", "СМ-8", "СМ-9")),
                read(Field.MODEL, "СМ-7", LIKELY),
                read(Field.MODEL, "CM 8", LIKELY));

        assertThat(figures.standing()).isEqualTo(3);
        assertThat(figures.found(Outcome.EXACT)).isOne();
        assertThat(figures.found(Outcome.FOLDED)).isOne();
        assertThat(figures.found(Outcome.MISSING)).isOne();
        assertThat(figures.wrong()).isZero();
    }

    @Test
    void comparesNamesWithoutTheirLegalForms() {
        Figures figures = judged(
                Map.of(Field.MANUFACTURER, List.of("ООО «Днепр»")),
                read(Field.MANUFACTURER, "Общество с ограниченной ответственностью \"Днепр\"", SURE));

        assertThat(figures.found(Outcome.FOLDED)).isOne();
        assertThat(figures.right(SURE)).isOne();
    }

    @Test
    void findsTheTailOfANumberThatWasNotRead() {
        Map<Field, List<String>> number = Map.of(Field.NUMBER, List.of("ЕАЭС RU С-BY.НА81.В.00123/24"));

        assertThat(judged(number, read(Field.TAIL, "00123/24", POSSIBLE)).found(Outcome.TAIL))
                .isOne();
        assertThat(judged(number, read(Field.TAIL, "00124/24", POSSIBLE)).found(Outcome.MISSING))
                .isOne();
    }

    @Test
    void countsWhatIsShownByItsCertainty() {
        Figures figures = judged(
                Map.of(Field.ISSUED, List.of("2024-01-02"), Field.GTIN, List.of()),
                read(Field.ISSUED, "2024-01-02", SURE),
                read(Field.ISSUED, "2024-01-03", LIKELY),
                read(Field.GTIN, "4600000000008", SURE));

        assertThat(figures.shown(SURE)).isEqualTo(2);
        assertThat(figures.right(SURE)).isOne();
        assertThat(figures.shown(LIKELY)).isOne();
        assertThat(figures.right(LIKELY)).isZero();
        assertThat(figures.wrong()).isEqualTo(2);
        assertThat(new FigureTables(figures).surelyWrong())
                .containsExactly("paper.png GTIN: 4600000000008, printed []");
    }

    @Test
    void countsWhatStandsInTwoPlacesOnceAndAsSureAsTheSurest() {
        Figures figures = judged(
                Map.of(Field.HS, List.of("8450111100")),
                read(Field.HS, "8450111100", POSSIBLE),
                read(Field.HS, "8450111100", LIKELY));

        assertThat(figures.shown(LIKELY)).isOne();
        assertThat(figures.shown(POSSIBLE)).isZero();
    }

    @Test
    void judgesNothingInAFieldThatIsNotKnown() {
        assertThat(judged(Map.of(), read(Field.MODEL, "СМ-7", SURE)).shown(SURE))
                .isZero();
    }

    @Test
    void addsUpByFieldOfEachGroup() {
        Figures figures = judged(Map.of(Field.MODEL, List.of("СМ-7")), read(Field.MODEL, "СМ-7", LIKELY));

        assertThat(new FigureTables(figures).csv())
                .containsExactly(
                        "group,field,standing,exact,folded,tail,missing,wrong,sure,sure and right,likely,"
                                + "likely and right,possible,possible and right",
                        "CLEAN,MODEL,1,1,0,0,0,0,0,0,1,1,0,0");
    }

    private static Figures judged(Map<Field, List<String>> expected, Particular... read) {
        Paper paper = new Paper(PaperKind.OTHER, List.of(), List.of(read), false);
        return new Figures(List.of(Judgement.of("paper.png", "CLEAN", new Expected(expected), paper)));
    }

    private static Particular read(Field field, String value, Certainty certainty) {
        return new Particular(field, value, null, value, certainty, 1, 0, 0, value, List.of());
    }
}
