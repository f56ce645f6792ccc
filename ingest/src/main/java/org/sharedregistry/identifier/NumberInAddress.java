package org.sharedregistry.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The number that an address holds for whoever reads it: of an article, or of something that this registry answers for. */
final class NumberInAddress {

    private static final String REST = "(?:[/?#&].*)?";

    /**
     * GS1 Digital Link, under any host: the article is its first key, what qualifies it comes behind. Old codes name it in
     * the query. Links compressed into one word are not read.
     */
    private static final Pattern ARTICLE =
            Pattern.compile("[^?#]*(?:/(?:01|GTIN)/|\\?(?:[^#]*&)?(?:01|GTIN)=)(\\d{8}|\\d{12,14})" + REST);

    /** A page or resource of a goods entry, under any host that a registry may have. */
    private static final Pattern ENTRY = Pattern.compile("[^?#]*/GOODS/(" + RegistryNumber.FORM + ")" + REST);

    /** A question put to a registry. */
    private static final Pattern QUESTION = Pattern.compile(
            "[^?#]*/(?:VERIFY|VERIFICATIONS|ATTESTATIONS|GOODS)/?\\?(?:[^#]*&)?NUMBER=([^&#]+)(?:[&#].*)?");

    private NumberInAddress() {}

    static Stream<Reading> of(String address) {
        Optional<String> article = found(ARTICLE, address);
        if (article.isPresent()) {
            return Scanned.gtin(article.get());
        }
        return found(ENTRY, address)
                .map(Formats::read)
                .or(() -> found(QUESTION, address).map(typed -> Scanned.read(Scanned.decoded(typed.replace('+', ' ')))))
                .orElseGet(Stream::empty);
    }

    /** Folding keeps the place of every sign. */
    private static Optional<String> found(Pattern pattern, String address) {
        Matcher matcher = pattern.matcher(Folding.fold(address));
        return matcher.matches() ? Optional.of(address.substring(matcher.start(1), matcher.end(1))) : Optional.empty();
    }
}
