package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedTest {

    private static final char SEPARATOR = '\u001D';
    private static final String CERTIFICATE = "ЕАЭС RU С-BY.НА81.В.00123/24";
    private static final String ENTRY =
            RegistryNumber.of("union-state", "BY", 2026, 1).toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]d2010950600013435221ABC",
                "]C10109506000134352",
                "]Q3010950600013435210LOT\u001D17271231",
                "010950600013435217271231" + "10LOT",
                "1127010101095060001343523103000189",
                "21ABC\u001D0109506000134352",
                "010950600013435221AB<GS>91X",
                "010950600013435221AB\u241D10C",
                "010950600013435221AB\\u001d10C",
                "0209506000134352" + "3710",
                "(01) 09506000134352 (10) LOT (17) 271231",
                "(21)ABC(01)09506000134352",
                "https://id.gs1.org/01/09506000134352/10/LOT/21/ABC?17=271231",
                "https://брат.example/01/9506000134352",
                "https://goods.example/x/y/01/09506000134352",
                "https://goods.example/?01=09506000134352&21=ABC",
                "https://goods.example/item?lang=be&gtin=9506000134352#top",
                "HTTP://GOODS.EXAMPLE/GTIN/9506000134352/",
                "goods.example/01/09506000134352",
                "Состав: сталь\r\nhttps://id.gs1.org/01/09506000134352\r\nСделано в Беларуси",
            })
    void readsTheArticleFromWhateverNamesIt(String scanned) {
        assertThat(keys(scanned)).containsOnlyOnce("GTIN|09506000134352");
        assertThat(Identifiers.read(scanned)).allMatch(reading -> reading.kind() == IdentifierKind.GTIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a wrong check digit, data too short, no identifier, another system's serial number
                "0109506000134353",
                "(01)09506000134353",
                "010950600013435217",
                "0109506000134352ABC",
                "8006095060001343520102",
                "00123456789012345675",
                "https://id.gs1.org/01/09506000134353",
                "https://id.gs1.org/21/09506000134352",
                "https://pub.fsa.gov.ru/rss/certificate",
                "https://pub.fsa.gov.ru/rss/certificate/view/",
                "https://pub.fsa.gov.ru.example.org/rss/certificate/view/3246778",
                "https://example.org/pub.fsa.gov.ru/rss/certificate/view/3246778",
                "https://pub.fsa.gov.ru@example.org/rss/certificate/view/3246778",
                "https://tsouz.belgiss.by.example.org/#!/tsouz/certifs/3224079/view",
                "https://gisp.gov.ru.example.org/goods/#/product/3700848",
                "https://shop.example/x?number=12345678",
                // a spoiled prefix is not left out: the scheme is part of the number
                "Р0СС RU С-BY.НА81.В.00123/24",
                "ЕАЭ RU С-BY.НА81.В.00123/24",
                "Р0СС № RU С-BY.НА81.В.00123/24",
                "ЕАКС BY/112 02.01. ТР013 118.01 05380",
                // nor is a spoiled year
                "ЕАЭС RU С-BY.НА81.В.00123 24",
                "ЕАЭС RU С-BY.НА81.В.00123.24",
                "https://shop.example/goods/union-state-BY-2026-000001-0",
                "https://nalog.gov.ru/",
                "спот",
            })
    void readsNothingIntoWhatNamesNothing(String scanned) {
        assertThat(Identifiers.read(scanned)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://pub.fsa.gov.ru/rss/certificate/view/3246778/baseInfo           | FSA_CERTIFICATE|3246778 | RU
            HTTPS://PUB.FSA.GOV.RU/RSS/CERTIFICATE/VIEW/3246778/BASEINFO?X=1#Y      | FSA_CERTIFICATE|3246778 | RU
            pub.fsa.gov.ru/rss/certificate/view/3246778                            | FSA_CERTIFICATE|3246778 | RU
            см. (https://pub.fsa.gov.ru/rss/certificate/view/3246778/testingLabs). | FSA_CERTIFICATE|3246778 | RU
            https%3A%2F%2Fpub.fsa.gov.ru%2Frss%2Fcertificate%2Fview%2F3246778      | FSA_CERTIFICATE|3246778 | RU
            http://pub.fsa.gov.ru/rds/declaration/view/21352747/common             | FSA_DECLARATION|21352747 | RU
            https://tech.eaeunion.org/tech/registers/35-1/ru/registryList/conformityDocs/view/67e2e14330dcf8300e67d1e4 | EAEU|67E2E14330DCF8300E67D1E4 |
            https://tech.eaeunion.org/tech/registers/35-1/en/registryList/conformityDocs/view/67E2E14330DCF8300E67D1E4/ | EAEU|67E2E14330DCF8300E67D1E4 |
            https://portal.eaeunion.org/sites/odata/_layouts/15/portal.eec.registry.ui/displayform.aspx?itemid=89654 | EAEU_PORTAL|ITEMID=89654 |
            https://portal.eaeunion.org/sites/odata/_layouts/15/Portal.EEC.Registry.UI/DisplayForm.aspx?ListId=d84d16d7-2cc9-4cff-a13b-530f96889dbc&ItemId=66050 | EAEU_PORTAL|ITEMID=66050&LISTID=D84D16D7-2CC9-4CFF-A13B-530F96889DBC |
            https://tsouz.belgiss.by/#!/tsouz/certifs/3224079/view                 | BELGISS|3224079 | BY
            https://tsouz.belgiss.by/?lang=ru%23!/tsouz/certifs/3224079/view       | BELGISS|3224079 | BY
            https://gisp.gov.ru/goods/#/product/3700848?tab=2                      | GISP|3700848 | RU
            https://www.gisp.gov.ru/pp719v2/pub/prod/10012345/                     | GISP_719|10012345 | RU
            """)
    void namesTheCardOfAStatesRegister(String address, String register, String id, String state) {
        assertThat(Identifiers.read(address)).singleElement().satisfies(reading -> {
            assertThat(reading.kind()).isEqualTo(IdentifierKind.STATE_REGISTER_CARD);
            assertThat(reading.key()).isEqualTo(register + "|" + id);
            assertThat(reading.parts().get("state")).isEqualTo(state);
            assertThat(reading.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(reading.corrections()).isEmpty();
        });
    }

    @Test
    void saysWhenTheHostOfACardIsWrittenWithForeignLetters() {
        Reading reading = Identifiers.read("https://рub.fsa.gov.ru/rss/certificate/view/3246778")
                .get(0);
        assertThat(reading.key()).isEqualTo("FSA_CERTIFICATE|3246778");
        assertThat(reading.corrections())
                .extracting(Correction::toString)
                .containsExactly("Cyrillic letters read as Latin: Р");
    }

    @Test
    void readsTheRegistrysOwnAddresses() {
        String encoded = URLEncoder.encode(CERTIFICATE, StandardCharsets.UTF_8);
        for (String address : List.of(
                "https://registry.example/goods/" + ENTRY,
                "https://registry.example/api/v1/goods/" + ENTRY + "/history",
                "http://localhost:8080/verify?number=" + ENTRY + "&lang=be",
                "HTTPS://REGISTRY.EXAMPLE/VERIFY?NUMBER=" + ENTRY.toUpperCase(Locale.ROOT))) {
            assertThat(Identifiers.read(address))
                    .as(address)
                    .extracting(Reading::display)
                    .containsExactly(ENTRY);
        }
        for (String address : List.of(
                "https://registry.example/verify?number=" + encoded,
                "https://registry.example/verify/?lang=ru&number=" + encoded.replace("+", "%20") + "&destination=RU",
                "https://registry.example/verify?number=" + CERTIFICATE,
                "https://registry.example/api/v1/verifications?destination=RU&number=" + encoded,
                "https://registry.example/api/v1/attestations?number=" + encoded,
                "\u0002Проверить:\nhttps://registry.example/verify?number=" + CERTIFICATE + "\n\u0003")) {
            assertThat(Identifiers.read(address))
                    .as(address)
                    .extracting(Reading::display)
                    .containsExactly(CERTIFICATE);
        }
    }

    @Test
    void findsTheNumbersAmongOtherText() {
        Reading found = Identifiers.read("Сертификат ЕАЭC RU C-BY.НА81.В.00123/24 от 01.02.2024")
                .get(0);
        assertThat(found.display()).isEqualTo(CERTIFICATE);
        assertThat(found.corrections())
                .extracting(Correction::toString)
                .containsExactly(
                        "found among other text: ЕАЭC RU C-BY.НА81.В.00123/24", "Latin letters read as Cyrillic: C");

        assertThat(keys("выдан BY/112 02.01. ТР013 118.01 05380 органом"))
                .containsExactly(
                        "E|BY1120201TP0131180105380", "T|BY1120201TP0131180105380", "BY|BY1120201TP0131180105380");
        assertThat(keys("сертификат ТС RU С-KR.МТ25.В.04250 15.03.2018")).containsExactly("T|RUCKRMT25B04250");
        assertThat(keys(CERTIFICATE + ", " + CERTIFICATE.replace("123", "124")))
                .containsExactly("E|RUCBYHA81B0012324", "E|RUCBYHA81B0012424");
        assertThat(keys("СЕРТИФИКАТ\r\n" + CERTIFICATE
                        + "\r\nhttps://pub.fsa.gov.ru/rss/certificate/view/3246778/baseInfo"))
                .containsExactly("FSA_CERTIFICATE|3246778", "E|RUCBYHA81B0012324");
        assertThat(keys(URLEncoder.encode(CERTIFICATE, StandardCharsets.UTF_8).replace("+", "%20")))
                .containsExactly("E|RUCBYHA81B0012324");
    }

    @Test
    void namesTheMarksOfStatesAndStillReadsTheArticle() {
        for (int seed = 0; seed < 100; seed++) {
            String printed = new SomeNumbers(new Random(seed)).mark();
            String article = "GTIN|" + printed.substring(4, 18);
            String serial = printed.substring(22, printed.indexOf("(91)"));
            String tail = printed.substring(printed.indexOf("(92)") + 4);
            String scanned =
                    "01" + printed.substring(4, 18) + "21" + serial + SEPARATOR + "91EE05" + SEPARATOR + "92" + tail;
            for (String code : List.of(
                    printed,
                    scanned,
                    "]d2" + scanned,
                    SEPARATOR + scanned + "\r\n",
                    scanned.replace(SEPARATOR, '\u241D'),
                    scanned.replace(String.valueOf(SEPARATOR), ""))) {
                assertThat(keys(code))
                        .as("%s, seed %d", code, seed)
                        .containsExactly(
                                article,
                                "CHESTNY_ZNAK|" + scanned.substring(0, 18) + serial,
                                "ELEKTRONNY_ZNAK|" + scanned.substring(0, 18) + serial);
            }
        }
        assertThat(keys("0109506000134352215Qr%Tz\u001D93dGVz")).contains("CHESTNY_ZNAK|0109506000134352215Qr%Tz");
        assertThat(keys("0109506000134352215Qr%Tz\u001D91x")).containsExactly("GTIN|09506000134352");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://spot.nalog.gov.ru/q/7f1d",
                "HTTPS://SPOT.NALOG.RU/?ID=7",
                "Поставка подтверждена\nhttps://spot.nalog.gov.ru/q/7f1d",
                "https://service.nalog.gov.ru/spot/check?id=7",
                "СПОТ 1234",
                "spot:7f1d",
            })
    void namesWhatSpotGives(String scanned) {
        Reading reading = Identifiers.read(scanned).get(0);
        assertThat(reading.kind()).isEqualTo(IdentifierKind.OTHER_SCHEME);
        assertThat(reading.parts()).containsExactly(Map.entry("scheme", "SPOT"));
    }

    @Test
    void takesAnyCode() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "01",
                "09506000134352",
                "21",
                "(01)",
                "(",
                ")",
                "91",
                "92",
                "93",
                "\u001D",
                "]d2",
                "https://",
                "pub.fsa.gov.ru/",
                "rss/certificate/view/",
                "%D0%95",
                "%ZZ",
                "%",
                "?number=",
                "/goods/",
                "/01/",
                "&",
                "#!",
                "\n",
                " ",
                "ЕАЭС",
                "RU С-");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder code = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                code.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThatCode(() -> Identifiers.read(code.toString()))
                    .as("%s", code)
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> keys(String scanned) {
        return Identifiers.read(scanned).stream().map(Reading::key).toList();
    }
}
