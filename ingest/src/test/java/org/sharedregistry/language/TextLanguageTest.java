package org.sharedregistry.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Протокол испытаний сельскохозяйственной сеялки;ru
            Пратакол выпрабаванняў сельскагаспадарчай сеялкі;be
            ВЫНІКІ ВЫПРАБАВАННЯЎ АДПАВЯДАЮЦЬ ПАТРАБАВАННЯМ;be
            Сертификат выдан на станок модели OS-250 фирмы Okskiy Stanok;ru
            Test report of a refrigerating appliance, модель РК-300;en
            Сәйкестік туралы декларация, өтініш беруші ұйым;und
            合格证书 由 检验 机构 签发 给 制造商 用于 出口 产品 质量 证明;und
            Համապատասխանության հայտարարագիր արտադրանքի մասին;und
            """)
    void tellsLanguagesByTheirLetters(String text, String tag) {
        assertThat(TextLanguage.of(text)).map(TextLanguage::tag).contains(tag);
    }

    @Test
    void saysNothingOfATextThatIsTooShort() {
        assertThat(TextLanguage.of("12,5 кВт / 380 V")).isEmpty();
        assertThat(TextLanguage.of("")).isEmpty();
    }
}
