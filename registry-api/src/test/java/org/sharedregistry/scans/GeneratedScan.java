package org.sharedregistry.scans;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A made-up paper as a scanner or a telephone gives it, and what stands on it. Everything follows from the seed.
 *
 * @param seed from 0; each of the {@value #COMBINATIONS} from a multiple of that on is of another form or has another noise
 */
public record GeneratedScan(int seed, Form form, Noise noise, Truth truth) {

    /** As many as there are forms times noises, which have no common divisor. */
    public static final int COMBINATIONS = 154;

    private static final List<Form> FORMS = List.of(Form.values());
    private static final List<Noise> NOISES = List.of(Noise.values());

    public static GeneratedScan of(int seed) {
        Form form = form(seed);
        return new GeneratedScan(
                seed, form, noise(seed), Contents.of(form, new Chance(seed)).truth());
    }

    /** A PNG or a JPEG, made anew each time. */
    public byte[] picture() throws IOException {
        Chance chance = new Chance(seed);
        Contents contents = Contents.of(form, chance);
        byte[] pdf = new ScannedPaper(contents, chance).pdf();
        return new Scanner(noise, chance).scan(pdf, truth.number());
    }

    /** What a seed is of, without making it. */
    static Form form(int seed) {
        return FORMS.get(seed % FORMS.size());
    }

    static Noise noise(int seed) {
        return NOISES.get(seed % NOISES.size());
    }

    /** The name of a file that it can be kept in. */
    public String file() {
        boolean jpeg = noise == Noise.JPEG || noise == Noise.PHOTO;
        return "%04d-%s-%s.%s"
                .formatted(seed, form, noise, jpeg ? "jpg" : "png")
                .toLowerCase(Locale.ROOT);
    }
}
