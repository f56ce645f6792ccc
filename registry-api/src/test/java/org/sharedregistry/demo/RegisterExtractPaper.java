package org.sharedregistry.demo;

import java.io.IOException;
import java.util.List;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Goods;

/** An extract from the register of industrial products, with the points of Resolution 719; in Russian only. */
record RegisterExtractPaper(
        DocumentSource source, Attestation attestation, Words words, List<Measurements.Table> points) implements Paper {

    @Override
    public void print(Press press) throws IOException {
        Issuer issuer = new Issuer(source, words);
        Goods goods = source.goods(attestation.goods().get(0));
        press.heading("ВЫПИСКА");
        press.heading("из реестра промышленной продукции, произведённой на территории Российской Федерации");
        press.field("НОМЕР РЕЕСТРОВОЙ ЗАПИСИ", attestation.number());
        press.field("ДАТА ВКЛЮЧЕНИЯ В РЕЕСТР", Words.day(attestation.validFrom()));
        press.field("ВЕДЁТ РЕЕСТР", issuer.body(source.body(attestation.body())));
        press.field("ИЗГОТОВИТЕЛЬ", issuer.manufacturer(source.manufacturer(goods.manufacturer())));
        press.field("ПРОДУКЦИЯ", new Models(goods, words).line());
        press.field("КОД ОКПД2", String.join(", ", goods.okpd2()));
        press.field("КОД ТН ВЭД ЕАЭС", String.join(", ", goods.hs()));
        press.field(
                "ОСНОВАНИЕ",
                "Акт экспертизы торгово-промышленной палаты; постановление Правительства Российской Федерации"
                        + " от 17.07.2015 № 719");
        for (Measurements.Table table : points) {
            press.table(table.caption(), table.columns(), table.rows());
        }
        press.field("СРОК ДЕЙСТВИЯ", issuer.period(attestation));
        press.signatures("Оператор реестра");
    }
}
