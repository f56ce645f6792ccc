package org.sharedregistry.extraction;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names of algorithms of signatures. */
final class SignatureAlgorithms {

    /** By the beginnings of their object identifiers, the longer before the shorter. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("1.2.643.7.1.1.1.1.", "GOST R 34.10-2012 (256)");
        NAMES.put("1.2.643.7.1.1.3.2.", "GOST R 34.10-2012 (256)");
        NAMES.put("1.2.643.7.1.1.1.2.", "GOST R 34.10-2012 (512)");
        NAMES.put("1.2.643.7.1.1.3.3.", "GOST R 34.10-2012 (512)");
        NAMES.put("1.2.643.2.2.19.", "GOST R 34.10-2001");
        NAMES.put("1.2.643.2.2.3.", "GOST R 34.10-2001");
        NAMES.put("1.2.112.0.2.0.34.101.45.", "STB 34.101.45 (bign)");
        NAMES.put("1.2.840.113549.1.1.10.", "RSA-PSS");
        NAMES.put("1.2.840.113549.1.1.", "RSA");
        NAMES.put("1.2.840.10045.", "ECDSA");
        NAMES.put("1.2.840.10040.4.", "DSA");
    }

    private SignatureAlgorithms() {}

    /** @param identifier such as 1.2.840.113549.1.1.11; it stays where it has no name here */
    static String name(String identifier) {
        return NAMES.entrySet().stream()
                .filter(each -> (identifier + ".").startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(identifier);
    }
}
