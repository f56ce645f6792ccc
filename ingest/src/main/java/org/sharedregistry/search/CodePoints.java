package org.sharedregistry.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** The order in which both engines keep text. */
public final class CodePoints {

    public static final Comparator<String> ORDER =
            Comparator.comparing(text -> text.getBytes(UTF_8), Arrays::compareUnsigned);

    private CodePoints() {}
}
