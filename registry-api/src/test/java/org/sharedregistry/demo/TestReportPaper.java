package org.sharedregistry.demo;

import java.io.IOException;
import java.util.List;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Goods;

/** A laboratory's report with its measurements; in Russian only. */
record TestReportPaper(DocumentSource source, Attestation attestation, Words words, List<Measurements.Table> tables)
        implements Paper {

    private static final int DAYS_OF_TESTING = 14;

    @Override
    public void print(Press press) throws IOException {
        Issuer issuer = new Issuer(source, words);
        Goods goods = source.goods(attestation.goods().get(0));
        String issued = Words.day(attestation.validFrom());
        String begun = Words.day(attestation.validFrom().minusDays(DAYS_OF_TESTING));
        press.heading("ПРОТОКОЛ ИСПЫТАНИЙ");
        press.heading("№ " + attestation.number() + " от " + issued);
        press.field("ИСПЫТАТЕЛЬНАЯ ЛАБОРАТОРИЯ", issuer.body(source.body(attestation.body())));
        press.field("ЗАКАЗЧИК И ИЗГОТОВИТЕЛЬ", issuer.manufacturer(source.manufacturer(goods.manufacturer())));
        press.field("ОБЪЕКТ ИСПЫТАНИЙ", new Models(goods, words).line());
        press.field("ОПИСАНИЕ", goods.description());
        press.field("КОД ТН ВЭД ЕАЭС", String.join(", ", goods.hs()));
        press.field(
                "ОБРАЗЕЦ",
                "отобран на складе готовой продукции, GTIN " + goods.gtins().get(0));
        press.field("ТРЕБОВАНИЯ", String.join("; ", attestation.regulations()));
        press.field("МЕТОДЫ ИСПЫТАНИЙ", String.join("; ", attestation.standards()));
        press.field("ПЕРИОД ИСПЫТАНИЙ", "с " + begun + " по " + issued);
        press.field(
                "УСЛОВИЯ",
                "температура воздуха (22 ± 3) °C, относительная влажность (50 ± 15) %, давление 99,8 кПа, 230 В, 50 Гц");
        for (Measurements.Table table : tables) {
            press.table(table.caption(), table.columns(), table.rows());
        }
        press.field(
                "ЗАКЛЮЧЕНИЕ",
                "Испытанный образец соответствует проверенным требованиям "
                        + String.join(", ", attestation.regulations())
                        + ". Результаты относятся только к испытанному образцу. Частичная перепечатка без разрешения"
                        + " лаборатории не допускается.");
        press.signatures("Руководитель испытательной лаборатории", "Инженер-испытатель");
    }
}
