package org.sharedregistry.language;

import java.util.Random;

/** Text as nobody would write it. */
public final class RandomText {

    private static final String[] PIECES = {
        "насос",
        "ўмова",
        "pumps",
        "-",
        "\"",
        "'",
        "ʼ",
        "\u00AD",
        "\u0301",
        "\u200F",
        "שלום",
        "مضخة",
        "😀",
        "👩‍👩‍👧",
        "\u0000",
        "\u001B",
        "\n",
        "\r\n",
        "\uD800",
        "\uDC00",
        "ﷺ",
        "ﬁ",
        "№",
        "1",
        "24/",
        ".",
        "泵",
        "Ǆ",
        "İ",
        "ß",
        " ",
        "\u00A0",
        "<b>",
        "&",
        "𝐀",
        "٣",
        "_",
        "*",
        "\uFEFF",
        "С-BY.НА81"
    };

    private RandomText() {}

    /** So many pieces of text and single characters, drawn from all of Unicode. */
    public static String next(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}
