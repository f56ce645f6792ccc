package org.sharedregistry.demo;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes the demo's documents from what {@code demo/registry.json} says of goods and attestations. */
public final class DemoDocuments {

    private final Map<String, DemoFile.Entry> goods;
    private final Map<String, DemoFile.Paper> papers;
    private final Map<String, DemoFile.Manufacturer> makers;
    private final Map<String, DemoFile.Body> bodies;

    private DemoDocuments(DemoFile file) {
        goods = file.goods().stream().collect(Collectors.toMap(DemoFile.Entry::key, Function.identity()));
        papers = file.attestations().stream().collect(Collectors.toMap(DemoFile.Paper::key, Function.identity()));
        makers = file.manufacturers().stream()
                .collect(Collectors.toMap(DemoFile.Manufacturer::key, Function.identity()));
        bodies = file.bodies().stream().collect(Collectors.toMap(DemoFile.Body::key, Function.identity()));
    }

    /** Writes all documents into the folder named by the one argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> document : all().entrySet()) {
            Files.write(folder.resolve(document.getKey()), document.getValue());
        }
    }

    /** The content of each document by its file name. */
    static Map<String, byte[]> all() throws IOException {
        return new DemoDocuments(read()).make();
    }

    static DemoFile read() throws IOException {
        try (var in = Objects.requireNonNull(DemoDocuments.class.getResourceAsStream("/demo/registry.json"))) {
            return JsonMapper.builder().build().readValue(in, DemoFile.class);
        }
    }

    private Map<String, byte[]> make() throws IOException {
        Map<String, byte[]> made = new LinkedHashMap<>();
        made.put("cert-fridge-rk300.pdf", PdfPrinter.print(certificate("cert-fridge-rk300")));
        made.put("report-fridge-rk300.pdf", PdfPrinter.print(report("report-fridge-rk300", 5)));
        made.put("decl-fridge-emc.pdf", PdfPrinter.print(certificate("decl-fridge-emc")));
        made.put("cert-tractor-t82.pdf", PdfPrinter.print(certificate("cert-tractor-t82")));
        made.put("report-tractor-t82.pdf", PdfPrinter.print(report("report-tractor-t82", 4)));
        made.put("prod-tractor-t82.docx", OfficePrinter.docx(certificate("prod-tractor-t82")));
        made.put("cert-nasosy-scan.png", picture("png", scanned(certificate("cert-nasosy-ru"), 0, 40)));
        made.put("report-pump-cn50.xlsx", OfficePrinter.xlsx(report("report-pump-cn50", 3)));
        made.put("report-lathe-st16.pdf", PdfPrinter.print(report("report-lathe-st16", 3)));
        made.put(
                "cert-lathe-st16-scan.pdf",
                PdfPrinter.printPictures(scanned(certificate("cert-lathe-st16"), 0.4, 200)));
        made.put("decl-lathe-scan.jpg", picture("jpg", scanned(certificate("decl-lathe"), -0.8, 600)));
        made.put(
                "cert-bus-va12-scan.tiff",
                picture("tiff", scanned(certificate("cert-bus-va12").and(annex("bus-va12")), 0, 0)));
        made.put("report-bus-va12.docx", OfficePrinter.docx(report("report-bus-va12", 2)));
        made.put("report-motor-ed5.xlsx", OfficePrinter.xlsx(report("report-motor-ed5", 2)));
        made.put("prod-motor-ed5.pdf", PdfPrinter.print(certificate("prod-motor-ed5")));
        made.put("passport-washer-sm6-be.pdf", PdfPrinter.print(belarusianPassport()));
        made.put("manual-transformer-tm100-en.pdf", PdfPrinter.print(englishManual()));
        return made;
    }

    private Paper certificate(String key) {
        DemoFile.Paper paper = Objects.requireNonNull(papers.get(key));
        DemoFile.Manufacturer maker = maker(paper);
        List<String> lines = new ArrayList<>();
        lines.add("# " + title(paper));
        lines.add("# № " + paper.number());
        lines.add("");
        lines.add("Срок действия с " + date(paper.validFrom())
                + (paper.validTo() == null ? "" : " по " + date(paper.validTo())));
        if (paper.body() != null) {
            DemoFile.Body body = Objects.requireNonNull(bodies.get(paper.body()));
            lines.add("");
            lines.add("ОРГАН: " + body.names().get("ru") + ", аттестат аккредитации " + body.accreditation());
        }
        lines.add("");
        lines.add("ЗАЯВИТЕЛЬ И ИЗГОТОВИТЕЛЬ: " + maker.names().get("ru") + ", " + maker.address() + ", "
                + (maker.state().equals("BY") ? "УНП " : "ИНН ") + maker.taxId());
        for (String each : paper.goods()) {
            DemoFile.Entry entry = Objects.requireNonNull(goods.get(each));
            lines.add("");
            lines.add("ПРОДУКЦИЯ: " + entry.names().get("ru") + ". " + entry.description());
            lines.add("Модели: "
                    + String.join(", ", entry.models().stream().sorted().toList()) + ". Серийный выпуск.");
            lines.add("КОД ТН ВЭД ЕАЭС: " + String.join(", ", entry.hs()) + ". ОКПД2: "
                    + String.join(", ", entry.okpd2()));
        }
        lines.add("");
        lines.add("СООТВЕТСТВУЕТ ТРЕБОВАНИЯМ: "
                + String.join(", ", paper.regulations().stream().sorted().toList())
                + (paper.standards().isEmpty() ? "" : "; " + String.join(", ", paper.standards())));
        lines.add("");
        lines.add("ВЫДАН НА ОСНОВАНИИ протокола испытаний и акта анализа состояния производства.");
        lines.add("");
        lines.add("Руководитель органа ____________________   М.П.");
        lines.add("");
        lines.add("Документ создан для демонстрации и не имеет юридической силы.");
        return Paper.of(lines);
    }

    private Paper report(String key, int pages) {
        DemoFile.Paper paper = Objects.requireNonNull(papers.get(key));
        DemoFile.Entry entry = Objects.requireNonNull(goods.get(paper.goods().get(0)));
        DemoFile.Body body = Objects.requireNonNull(bodies.get(paper.body()));
        Paper report = Paper.of(List.of(
                "# ПРОТОКОЛ ИСПЫТАНИЙ № " + paper.number(),
                "от " + date(paper.validFrom()),
                "",
                "Испытательный центр: " + body.names().get("ru") + ", аттестат " + body.accreditation(),
                "",
                "Объект испытаний: " + entry.names().get("ru") + ". " + entry.description(),
                "Модели: " + String.join(", ", entry.models().stream().sorted().toList()),
                "Изготовитель: " + maker(paper).names().get("ru") + ", "
                        + maker(paper).address(),
                "",
                "Цель: проверка требований " + String.join(", ", paper.regulations()) + ", "
                        + String.join(", ", paper.standards()),
                "Условия: температура 21 °C, влажность 54 %, давление 100,8 кПа",
                "",
                "Результаты приведены на следующих страницах.",
                "Документ создан для демонстрации и не имеет юридической силы."));
        Random random = new Random(key.hashCode());
        List<String> checks = List.of(
                "Сопротивление изоляции, МОм",
                "Ток утечки, мА",
                "Электрическая прочность, В",
                "Уровень звука, дБА",
                "Нагрев обмоток, °C",
                "Потребляемая мощность, Вт",
                "Вибрация корпуса, мм/с",
                "Усилие на рычаге, Н",
                "Герметичность соединений, кПа",
                "Степень защиты оболочки, IP");
        for (int number = 2; number <= pages; number++) {
            List<String> lines = new ArrayList<>();
            lines.add("# Протокол № " + paper.number() + ", страница " + number + " из " + pages);
            lines.add("Показатель\tНорма\tРезультат\tВывод");
            for (String check : checks) {
                int norm = 20 + random.nextInt(400);
                lines.add(check + "\tне более " + norm + "\t" + (norm - 1 - random.nextInt(15)) + "\tсоответствует");
            }
            lines.add("");
            lines.add("Неопределённость измерений не превышает " + (2 + number) + " %.");
            if (number == pages) {
                lines.add("");
                lines.add("Заключение: образцы соответствуют требованиям " + String.join(", ", paper.regulations())
                        + ".");
                lines.add("Начальник испытательного центра ____________________");
            }
            report = report.and(lines);
        }
        return report;
    }

    private List<String> annex(String key) {
        DemoFile.Entry entry = Objects.requireNonNull(goods.get(key));
        return List.of(
                "# ПРИЛОЖЕНИЕ к сертификату",
                "Перечень модификаций, на которые распространяется действие сертификата:",
                "",
                String.join(", ", entry.models().stream().sorted().toList()),
                "",
                "Тормозная система, рулевое управление и обзорность проверены на полигоне.");
    }

    private Paper belarusianPassport() {
        DemoFile.Entry entry = Objects.requireNonNull(goods.get("washer-sm6"));
        return Paper.of(List.of(
                "# ПАШПАРТ ВЫРАБУ",
                String.valueOf(entry.names().get("be")),
                "",
                "Вытворца: "
                        + Objects.requireNonNull(makers.get(entry.manufacturer()))
                                .names()
                                .get("be"),
                "Прызначэнне: мыццё вырабаў з тэкстылю ў хатніх умовах.",
                "Найбольшая загрузка: 6 кг. Хуткасць адціскання: 1000 абаротаў за хвіліну.",
                "Спажыванне вады за цыкл: 48 літраў. Узровень шуму пры адцісканні: 74 дБА.",
                "",
                "Сертыфікаты адпаведнасці захоўваюцца ў рэестры. Гарантыйны тэрмін: тры гады.",
                "Дакумент створаны для дэманстрацыі."));
    }

    private Paper englishManual() {
        DemoFile.Entry entry = Objects.requireNonNull(goods.get("transformer-tm100"));
        return Paper.of(List.of(
                        "# OPERATING MANUAL",
                        String.valueOf(entry.names().get("en")),
                        "",
                        "Rated power 100 kVA, oil cooled, voltage class 10 kV.",
                        "The manufacturer keeps the certificates of conformity in the shared registry.",
                        "This document was made for demonstration."))
                .and(List.of(
                        "# MAINTENANCE",
                        "Check the oil level every month and the insulation resistance every year.",
                        "Tighten the terminal connections before each heating season.",
                        "Overheating of the windings above 95 degrees is not permitted."));
    }

    private DemoFile.Manufacturer maker(DemoFile.Paper paper) {
        return Objects.requireNonNull(makers.get(paper.manufacturer()));
    }

    private static String title(DemoFile.Paper paper) {
        return switch (paper.kind()) {
            case EAEU_CERTIFICATE -> "ЕВРАЗИЙСКИЙ ЭКОНОМИЧЕСКИЙ СОЮЗ. СЕРТИФИКАТ СООТВЕТСТВИЯ";
            case EAEU_DECLARATION -> "ЕВРАЗИЙСКИЙ ЭКОНОМИЧЕСКИЙ СОЮЗ. ДЕКЛАРАЦИЯ О СООТВЕТСТВИИ";
            case OWN_PRODUCTION_CERTIFICATE -> "СЕРТИФИКАТ ПРОДУКЦИИ СОБСТВЕННОГО ПРОИЗВОДСТВА";
            default -> "ПОДТВЕРЖДЕНИЕ ПРОИЗВОДСТВА";
        };
    }

    private static String date(LocalDate day) {
        return String.format(Locale.ROOT, "%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static List<BufferedImage> scanned(Paper paper, double degrees, int specks) throws IOException {
        return PdfPrinter.scan(PdfPrinter.print(paper), degrees, specks);
    }

    private static byte[] picture(String format, List<BufferedImage> pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        File file = File.createTempFile("picture", "." + format);
        try {
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
                writer.setOutput(out);
                ImageWriteParam settings = writer.getDefaultWriteParam();
                if (format.equals("tiff")) {
                    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    settings.setCompressionType("Deflate");
                    writer.prepareWriteSequence(null);
                    for (BufferedImage page : pages) {
                        writer.writeToSequence(new IIOImage(page, null, null), settings);
                    }
                    writer.endWriteSequence();
                } else {
                    writer.write(null, new IIOImage(pages.get(0), null, null), settings);
                }
            }
            return Files.readAllBytes(file.toPath());
        } finally {
            writer.dispose();
            Files.delete(file.toPath());
        }
    }
}
