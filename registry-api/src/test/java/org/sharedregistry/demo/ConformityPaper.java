package org.sharedregistry.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Goods;

/** A certificate or declaration in the order of the common forms (EEC Collegium Decision 293 of 2012-12-25). */
record ConformityPaper(DocumentSource source, Attestation attestation, Words words) implements Paper {

    @Override
    public void print(Press press) throws IOException {
        boolean declared = attestation.kind().equals("EAEU_DECLARATION");
        Issuer issuer = new Issuer(source, words);
        press.heading(words.get("union"));
        press.heading(words.get(declared ? "declaration" : "certificate"));
        press.heading(attestation.number());
        if (!declared) {
            press.field(words.get("body"), issuer.body(source.body(attestation.body())));
        }
        press.field(words.get("applicant"), manufacturer(issuer) + (declared ? ", " + words.get("declares") : ""));
        press.field(words.get("goods"), goodsLine());
        press.field(words.get("manufacturer"), manufacturer(issuer));
        press.field(words.get("code"), String.join(", ", codes()));
        press.field(
                words.get("meets"),
                attestation.regulations().stream().map(words::regulation).collect(Collectors.joining("; ")));
        press.field(words.get(declared ? "basis-declaration" : "basis"), basis());
        press.field(
                words.get("additional"),
                words.get(declared ? "scheme-declaration" : "scheme") + ". " + words.get("storage") + ".");
        press.field(words.get("validity"), issuer.period(attestation));
        if (declared) {
            press.signatures(words.get("head-of-applicant"));
        } else {
            press.signatures(words.get("head-of-body"), words.get("expert"));
        }
        press.newPage();
        annex(press);
    }

    private void annex(Press press) throws IOException {
        press.heading(words.get("annex"));
        press.heading(attestation.number());
        List<List<String>> rows = new ArrayList<>();
        for (Goods goods : goods()) {
            rows.addAll(new Models(goods, words).rows());
        }
        press.table(words.get("annex-table"), Models.columns(words), rows);
        press.field(words.get("standards"), String.join("; ", attestation.standards()));
    }

    private String manufacturer(Issuer issuer) {
        return issuer.manufacturer(source.manufacturer(attestation.manufacturer()));
    }

    private List<Goods> goods() {
        return attestation.goods().stream().map(source::goods).toList();
    }

    private String goodsLine() {
        return goods().stream().map(goods -> new Models(goods, words).line()).collect(Collectors.joining("; ")) + ". "
                + words.get("series") + ".";
    }

    private List<String> codes() {
        return goods().stream().flatMap(goods -> goods.hs().stream()).distinct().toList();
    }

    private String basis() {
        String reports = source.reportsOn(attestation).stream()
                .map(report -> "№ " + report.number() + " (" + Words.day(report.validFrom()) + ")")
                .collect(Collectors.joining(", "));
        return (reports.isEmpty() ? "" : words.get("reports") + " " + reports + "; ") + words.get("analysis") + ".";
    }
}
