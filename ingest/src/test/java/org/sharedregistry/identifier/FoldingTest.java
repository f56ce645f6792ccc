package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void keepsTheLengthOfEveryCharacterThereIsAndFoldsItForGood() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String sign = Character.toString(codePoint);
            String folded = Folding.fold(sign);
            assertThat(folded.length()).as("U+%04X", codePoint).isEqualTo(sign.length());
            assertThat(Folding.fold(folded)).as("U+%04X", codePoint).isEqualTo(folded);
        }
    }

    @Test
    void foldsLookAlikesDashesAndSpaces() {
        assertThat(Folding.fold("авекмнорстухдё №\u00A0\n–—\u2212")).isEqualTo("ABEKMHOPCTYXDE N  ---");
    }

    @Test
    void keepsTheLettersThatOnlyCyrillicHas() {
        assertThat(Folding.fold("БГЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ")).isEqualTo("БГЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ");
    }
}
