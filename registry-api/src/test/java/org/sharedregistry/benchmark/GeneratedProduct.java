package org.sharedregistry.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.goods.GoodsDescription;

/**
 * What generated goods are, and what is written of them.
 *
 * @param series letters before the number of a model
 */
record GeneratedProduct(String russian, String english, String series, String hs, String okpd2) {

    private static final int WORDS = 8;
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 12);
    private static final LocalDate EXPIRED = LocalDate.of(2026, 3, 31);
    private static final LocalDate EXPIRES = LocalDate.of(2036, 1, 11);

    /** More than any of the goods needs, so that they stay recognised when the regime asks for more. */
    private static final Set<String> REGULATIONS =
            Set.of("ТР ТС 004/2011", "ТР ТС 010/2011", "ТР ТС 020/2011", "ТР ТС 031/2012", "ТР ЕАЭС 037/2016");

    private static final List<GeneratedProduct> ALL = List.of(
            new GeneratedProduct("Холодильник-морозильник", "Refrigerator", "РК", "8418102001", "27.51.11.110"),
            new GeneratedProduct("Станок токарный", "Lathe", "ОС", "8458112001", "28.41.21.110"),
            new GeneratedProduct("Трактор колёсный", "Wheeled tractor", "БТ", "8701931000", "28.30.21.110"),
            new GeneratedProduct("Электродвигатель", "Electric motor", "АД", "8501510001", "27.11.22.110"),
            new GeneratedProduct("Насос центробежный", "Centrifugal pump", "ВН", "8413707500", "28.13.14.110"),
            new GeneratedProduct("Микроконтроллер", "Microcontroller", "НМ", "8542319010", "26.11.30.000"));

    static GeneratedProduct of(GeneratedEntry entry) {
        return ALL.get(entry.inState() % ALL.size());
    }

    GoodsDescription description(GeneratedEntry entry) {
        return new GoodsDescription(
                Map.of("ru", russian + " " + model(entry), "en", english + " " + model(entry)),
                russian + " " + model(entry) + " с паспортом и руководством по эксплуатации. "
                        + GeneratedPaper.words(new Random(entry.index()), WORDS),
                Set.of(model(entry)),
                Set.of(hs),
                Set.of(okpd2),
                Set.of(),
                Set.of(),
                REGULATIONS,
                Set.of());
    }

    AttestationContent certificate(GeneratedEntry entry) {
        return content(entry, REGULATIONS, entry.isCertificateExpired() ? EXPIRED : EXPIRES);
    }

    AttestationContent declaration(GeneratedEntry entry) {
        return content(entry, REGULATIONS, EXPIRES);
    }

    AttestationContent production(GeneratedEntry entry) {
        return content(entry, Set.of(), EXPIRES);
    }

    private AttestationContent content(GeneratedEntry entry, Set<String> attested, LocalDate validTo) {
        return new AttestationContent(
                null,
                ISSUED,
                validTo,
                entry.state(),
                null,
                Set.of(),
                attested,
                Set.of("ГОСТ IEC 60335-1-2015"),
                Set.of(model(entry)),
                Set.of(),
                Set.of(),
                Set.of(hs.substring(0, 4)),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private String model(GeneratedEntry entry) {
        return series + "-" + entry.index();
    }
}
