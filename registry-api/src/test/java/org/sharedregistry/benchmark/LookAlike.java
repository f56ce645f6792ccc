package org.sharedregistry.benchmark;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sharedregistry.attestation.AttestationContent;

/**
 * A declaration among many that are easily taken for it: a hundred have its serial and year, one in a thousand its
 * validity, one in twenty its commodity code, and one in fifty its manufacturer. Everything about it follows from its
 * index.
 */
public record LookAlike(int index) {

    private static final int ATTESTATION = 99;

    /** With and without letters that are taken for digits. */
    private static final List<String> COUNTRIES = List.of("RU", "BY", "CN", "GB", "FR", "DE", "IT", "TR", "BD", "SI");

    private static final int BODIES = 10;
    private static final int WITH_ONE_SERIAL = COUNTRIES.size() * BODIES;
    private static final int VALIDITIES = 1_000;
    private static final int CODES = 20;
    private static final int MANUFACTURERS = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 10);
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** What recognition confuses, and what it takes each for. */
    private static final String SIGNS = "0134568ВBSI";

    private static final String CONFUSED = "ОIЗЧSБВ8851";

    UUID id() {
        return GeneratedEntry.id(ATTESTATION, index);
    }

    /** As printed on it. */
    public String number() {
        return series().toString();
    }

    SeriesNumber series() {
        String country = COUNTRIES.get(index % COUNTRIES.size());
        int body = 1 + index / COUNTRIES.size() % BODIES;
        return new SeriesNumber(
                "ЕАЭС N RU Д-%s.РА%02d.В.#####/24".formatted(country, body), 10_000 + index / WITH_ONE_SERIAL);
    }

    AttestationContent content() {
        return new AttestationContent(
                null,
                from(),
                to(),
                COUNTRIES.get(index % COUNTRIES.size()),
                manufacturer(),
                Set.of(),
                Set.of("ТР ТС 009/2011"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(code()),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** The paper as it is read, with something in the place of its number. */
    public String paper(String number) {
        return """
                ДЕКЛАРАЦИЯ О СООТВЕТСТВИИ
                %s
                ИЗГОТОВИТЕЛЬ: %s
                Код ТН ВЭД ЕАЭС: %s
                Срок действия с %s по %s
                """.formatted(number, manufacturer(), code(), PRINTED.format(from()), PRINTED.format(to()));
    }

    private LocalDate from() {
        return FIRST_DAY.plusDays(index % VALIDITIES);
    }

    private LocalDate to() {
        return from().plusYears(5).minusDays(1);
    }

    private String code() {
        return String.valueOf(3_303_001_000L + 100_000L * (index / VALIDITIES % CODES));
    }

    private String manufacturer() {
        return "ООО «Парфюмерная фабрика № %d»".formatted(100 + 7 * (index / VALIDITIES / CODES % MANUFACTURERS));
    }

    /** What was legible of the number of a paper. */
    public enum Legible {
        ALL,
        /** Two signs were taken for others. */
        BUT_TWO_SIGNS,
        TAIL,
        NOTHING;

        /** The number as it was read. */
        public String read(LookAlike entry) {
            String number = entry.number();
            return switch (this) {
                case ALL -> number;
                case BUT_TWO_SIGNS -> confused(number, entry.index);
                case TAIL -> "E~C № Я0 ?-?.??." + number.substring(number.lastIndexOf("В."));
                case NOTHING -> "";
            };
        }

        private static String confused(String number, int seed) {
            StringBuilder confused = new StringBuilder(number);
            int behindPrefix = number.indexOf('-');
            List<Integer> places = IntStream.range(behindPrefix, number.length())
                    .filter(place -> SIGNS.indexOf(number.charAt(place)) >= 0)
                    .boxed()
                    .toList();
            Random random = new Random(seed);
            int first = random.nextInt(places.size() - 1);
            int second = first + 1 + random.nextInt(places.size() - 1 - first);
            for (int place : List.of(places.get(first), places.get(second))) {
                confused.setCharAt(place, CONFUSED.charAt(SIGNS.indexOf(number.charAt(place))));
            }
            return confused.toString();
        }
    }
}
