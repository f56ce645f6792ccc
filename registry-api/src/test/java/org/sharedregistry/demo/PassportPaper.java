package org.sharedregistry.demo;

import java.io.IOException;
import java.util.List;
import org.sharedregistry.demo.DocumentSource.Goods;

/** A manufacturer's own description of its goods; in Russian only. */
record PassportPaper(DocumentSource source, Goods goods, Words words, List<Measurements.Table> tables)
        implements Paper {

    @Override
    public void print(Press press) throws IOException {
        press.heading("ТЕХНИЧЕСКИЙ ПАСПОРТ");
        press.heading(goods.names().ru());
        press.field("Изготовитель", new Issuer(source, words).manufacturer(source.manufacturer(goods.manufacturer())));
        press.field("Модели", String.join(", ", goods.models()));
        press.field("Назначение", goods.description());
        press.field("Код ТН ВЭД ЕАЭС", String.join(", ", goods.hs()));
        press.field("Технический регламент", String.join("; ", goods.regulations()));
        for (Measurements.Table table : tables) {
            press.table(table.caption(), table.columns(), table.rows());
        }
        press.text(
                "Гарантийный срок эксплуатации 24 месяца или 2000 моточасов с даты ввода в эксплуатацию. Изготовитель"
                        + " не отвечает за неисправности, вызванные нарушением правил обкатки и технического обслуживания.");
        press.signatures("Начальник отдела технического контроля");
    }
}
