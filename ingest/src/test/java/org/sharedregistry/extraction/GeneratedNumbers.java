package org.sharedregistry.extraction;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.MemberLimits;
import org.sharedregistry.identifier.Ballot;
import org.sharedregistry.identifier.Elected;
import org.sharedregistry.identifier.Identifiers;

/**
 * Counts how many of generated numbers are elected and how many of those that are sure are right: on grey, blurred and
 * grainy pages of six numbers each. The number of pages is the argument.
 */
final class GeneratedNumbers {

    private static final List<String> COUNTRIES =
            List.of("RU", "BY", "CN", "DE", "KZ", "TR", "IT", "FR", "GB", "PL", "US", "JP", "KR", "IN", "CM", "CH");

    private static final List<String> FONTS = List.of("Serif", "SansSerif", "Liberation Serif", "DejaVu Sans");

    private static final String LETTERS = "АВЕКМНОРСТУХБГЖЗИЛПФЦЧШЭЮЯ";

    private GeneratedNumbers() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("generated-");
        Limits limits = new Limits(
                1,
                20_000_000,
                1_000_000,
                40_000_000,
                60,
                "rus+bel+eng",
                List.of(Preparation.values()),
                new MemberLimits(2_000, 100 << 20, 1 << 30, 100));
        int printed = 0;
        int plain = 0;
        int sure = 0;
        int wrong = 0;
        int guessed = 0;
        for (int page = 0; page < Integer.parseInt(arguments[0]); page++) {
            Random random = new Random(page);
            List<String> numbers =
                    IntStream.range(0, 6).mapToObj(i -> number(random)).toList();
            Recognised read = new PageRecogniser(folder, limits).read(page(numbers, random));
            printed += numbers.size();
            plain += (int) Identifiers.find(read.text()).stream()
                    .filter(mention -> numbers.contains(mention.reading().display()))
                    .count();
            for (NumberLine line : NumberLine.of(read)) {
                List<String> others = read.rereadings().stream()
                        .filter(each -> each.start() == line.start())
                        .map(Rereading::text)
                        .toList();
                String text = read.text().substring(line.start(), line.end());
                for (Elected elected : Ballot.numbers(text, others)) {
                    boolean right = numbers.contains(elected.reading().display());
                    sure += elected.isSure() && right ? 1 : 0;
                    guessed += !elected.isSure() && right ? 1 : 0;
                    if (elected.isSure() && !right) {
                        wrong++;
                        System.out.println("wrong: " + elected.reading().display() + " of " + text + " " + others);
                        System.out.println("       " + numbers);
                    }
                }
            }
        }
        System.out.printf(
                "%d printed, %d exact in the plain text; sure: %d right, %d wrong; not sure: %d right%n",
                printed, plain, sure, wrong, guessed);
    }

    private static String number(Random random) {
        String country = one(COUNTRIES, random);
        String body = letter(random) + letter(random) + digits(2, random);
        String serial = digits(5, random);
        return switch (random.nextInt(7)) {
            case 0, 1 -> "ЕАЭС RU С-" + country + "." + body + ".В." + serial + "/2" + digits(1, random);
            case 2, 3 ->
                "ЕАЭС N RU Д-" + country + ".РА0" + digits(1, random) + ".В." + serial + "/2" + digits(1, random);
            case 4 ->
                "ЕАЭС BY/112 02.01. ТР" + digits(3, random) + " " + digits(3, random) + "." + digits(2, random) + " "
                        + serial;
            case 5 -> "ЕАЭС KZ " + digits(7, random) + ".01.01." + serial;
            default -> "РОСС RU." + digits(5, random) + ".О" + letter(random) + digits(2, random) + "." + serial;
        };
    }

    private static BufferedImage page(List<String> numbers, Random random) {
        BufferedImage page = new BufferedImage(1654, 1100, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = page.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paper.setColor(new Color(235, 235, 235));
        paper.fillRect(0, 0, page.getWidth(), page.getHeight());
        paper.setColor(new Color(40, 40, 40));
        int size = 24 + random.nextInt(14);
        paper.setFont(new Font(one(FONTS, random), random.nextInt(3) == 0 ? Font.BOLD : Font.PLAIN, size));
        for (int i = 0; i < numbers.size(); i++) {
            paper.drawString("Регистрационный номер документа: " + numbers.get(i), 100, 150 + 150 * i);
            paper.drawString("Заявитель отвечает за то, что изделие безопасно.", 100, 210 + 150 * i);
        }
        paper.dispose();
        double grain = 8 + random.nextInt(25);
        BufferedImage blurred = blurred(page, random.nextInt(2));
        for (int y = 0; y < blurred.getHeight(); y++) {
            for (int x = 0; x < blurred.getWidth(); x++) {
                double grey = blurred.getRaster().getSample(x, y, 0) + grain * random.nextGaussian();
                blurred.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, grey)));
            }
        }
        return blurred;
    }

    /** By taking it smaller and larger again. */
    private static BufferedImage blurred(BufferedImage page, int degree) {
        double share = degree == 0 ? 1 : 0.6;
        return scaled(scaled(page, share), 1 / share);
    }

    private static BufferedImage scaled(BufferedImage page, double scale) {
        BufferedImage scaled = new BufferedImage(
                (int) (page.getWidth() * scale), (int) (page.getHeight() * scale), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = scaled.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(page, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        paper.dispose();
        return scaled;
    }

    private static String letter(Random random) {
        return String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }

    private static String digits(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(random.nextInt(10)))
                .collect(Collectors.joining());
    }

    private static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
