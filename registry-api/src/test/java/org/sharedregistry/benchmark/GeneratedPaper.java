package org.sharedregistry.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.demo.Press;

/**
 * A test report that says what no other says. Everything on it follows from its number.
 *
 * @param number from 0
 */
record GeneratedPaper(int number) {

    private static final int MOST_PAGES = 12;
    private static final int ROWS_A_PAGE = 15;

    /** As much as fits on a sheet together with the table. */
    private static final int WORDS_A_PARAGRAPH = 60;

    private static final List<String> WORDS = List.of(("образец испытание протокол лаборатория изготовитель"
                    + " электродвигатель холодильник компрессор насос станок трактор прицеп кабель трансформатор"
                    + " напряжение сопротивление изоляция температура влажность давление мощность частота вращение"
                    + " номинальный измеренный допустимый нагрузка защита корпус заземление маркировка паспорт"
                    + " руководство эксплуатация безопасность оборудование машина требование регламент стандарт"
                    + " соответствует проверен установлен получен результат погрешность поверка средство измерений"
                    + " заключение основание заявитель сертификат декларация орган аккредитация область применение"
                    + " партия серийный выпуск упаковка хранение транспортирование срок службы гарантия при для после"
                    + " вытворца узор выпрабаванне патрабаванне бяспека вынік машына абсталяванне ціск вільготнасць"
                    + " report sample measured voltage insulation resistance temperature limit passed clause")
            .split(" "));

    String title() {
        return "Протокол испытаний " + number;
    }

    /** How many sheets it fills, 1 to {@value #MOST_PAGES}; each is as likely. */
    int pages() {
        return 1 + new Random(number).nextInt(MOST_PAGES);
    }

    void print(Press press) throws IOException {
        Random random = new Random(number);
        int pages = 1 + random.nextInt(MOST_PAGES);
        for (int page = 1; page <= pages; page++) {
            if (page > 1) {
                press.newPage();
            }
            print(press, random, page);
        }
    }

    private void print(Press press, Random random, int page) throws IOException {
        GeneratedEntry entry = new GeneratedEntry(random.nextInt(GeneratedEntry.MOST));
        press.heading("ПРОТОКОЛ ИСПЫТАНИЙ № " + number + "/" + page);
        press.field("ОБЪЕКТ ИСПЫТАНИЙ", words(random, 6) + ", " + entry.registryNumber());
        press.field("СЕРТИФИКАТ", entry.number(AttestationKind.EAEU_CERTIFICATE).toString());
        press.field("ДЕКЛАРАЦИЯ", entry.number(AttestationKind.EAEU_DECLARATION).toString());
        press.text(words(random, WORDS_A_PARAGRAPH));
        press.table(
                "Таблица " + page + ". Результаты измерений",
                List.of("Показатель", "Норма", "Результат", "Вывод"),
                IntStream.range(0, ROWS_A_PAGE)
                        .mapToObj(row -> List.of(
                                words(random, 3),
                                "не более " + random.nextInt(10_000),
                                String.format(Locale.ROOT, "%.2f ± %.2f", random.nextDouble() * 1_000, 0.05),
                                "соответствует"))
                        .toList());
        press.text(words(random, WORDS_A_PARAGRAPH));
    }

    /** Words of such papers, in any order and as often as chance has it. */
    static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }
}
