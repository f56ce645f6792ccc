package org.sharedregistry.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Goods;

/** A chamber's certificate that goods are a manufacturer's own production. */
record OwnProductionPaper(DocumentSource source, Attestation attestation, Words words) implements Paper {

    @Override
    public void print(Press press) throws IOException {
        Issuer issuer = new Issuer(source, words);
        List<List<String>> rows = new ArrayList<>();
        for (String key : attestation.goods()) {
            Goods goods = source.goods(key);
            rows.addAll(new Models(goods, words).rows());
        }
        String number = attestation.number();
        press.heading(words.get("own-production"));
        press.heading("№ " + number);
        press.field(words.get("chamber"), issuer.body(source.body(attestation.body())));
        press.field(words.get("manufacturer"), issuer.manufacturer(source.manufacturer(attestation.manufacturer())));
        press.text(words.get("produced") + ".");
        press.table(words.get("annex-table"), Models.columns(words), rows);
        press.field(
                words.get("expertise"),
                "№ " + number.substring(number.length() - 6) + "-Э, " + Words.day(attestation.validFrom()));
        press.text(words.get("operations"));
        press.field(words.get("validity"), issuer.period(attestation));
        press.signatures(words.get("head-of-chamber"));
    }
}
