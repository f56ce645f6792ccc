package org.sharedregistry.identifier;

import static org.sharedregistry.identifier.Confidence.HIGH;
import static org.sharedregistry.identifier.IdentifierKind.STATE_REGISTER_CARD;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses of cards in the registers of states: the key names the register and the number that the card has in it,
 * which is not the number of the document. The forms were taken from public programs that read these registers; none is
 * documented by the register itself.
 */
final class Cards {

    private static final String RUSSIAN = "https://pub.fsa.gov.ru/";
    private static final String UNION =
            "https://tech.eaeunion.org/tech/registers/35-1/ru/registryList/conformityDocs/view/";
    private static final String UNION_PORTAL =
            "https://portal.eaeunion.org/sites/odata/_layouts/15/Portal.EEC.Registry.UI/DisplayForm.aspx?";
    /** Where a page keeps its own address behind a number sign. */
    private static final String WITHIN_PAGE = "[^#]*#!?/";

    private static final Pattern PROTOCOL = Pattern.compile("(?i)^(?:https?://)?(?:www\\.)?");

    static final List<Format> ALL = List.of(
            // Russia: what the QR code of a certificate or declaration holds; the page behind the number varies
            card(
                    "FSA_CERTIFICATE",
                    "RU",
                    "PUB\\.FSA\\.GOV\\.RU/RSS/CERTIFICATE/VIEW/(?<id>\\d+)",
                    RUSSIAN + "rss/certificate/view/|{id}"),
            card(
                    "FSA_DECLARATION",
                    "RU",
                    "PUB\\.FSA\\.GOV\\.RU/RDS/DECLARATION/VIEW/(?<id>\\d+)",
                    RUSSIAN + "rds/declaration/view/|{id}"),
            // the register of the Union, whose documents have numbers of 24 hexadecimal digits
            card(
                    "EAEU",
                    "",
                    "TECH\\.EAEUNION\\.ORG/[^?#]*CONFORMITYDOCS/VIEW/(?<id>[0-9A-F]{24})",
                    UNION + "|{id:lower}"),
            // its portal, where a card is the item of a list; addresses without the list were seen as well
            card(
                    "EAEU_PORTAL",
                    "",
                    "PORTAL\\.EAEUNION\\.ORG/[^?#]*DISPLAYFORM\\.ASPX\\?(?=(?:[^#]*&)?ITEMID=(?<item>\\d+))"
                            + "(?:(?=(?:[^#]*&)?LISTID=(?<list>[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}))|)[^#]*",
                    UNION_PORTAL + "|ItemId={item}[&ListId={list:lower}]"),
            // Belarus, certificates and declarations in one list
            card(
                    "BELGISS",
                    "BY",
                    "TSOUZ\\.BELGISS\\.BY(?=[/?#])" + WITHIN_PAGE + "TSOUZ/CERTIFS/(?<id>\\d+)",
                    "https://tsouz.belgiss.by/#!/tsouz/certifs/|{id}"),
            // Russia's industrial products: the catalogue, and the register under Resolution 719, where one program
            // takes the number in the address for the number of the entry and nothing confirms it
            card(
                    "GISP",
                    "RU",
                    "GISP\\.GOV\\.RU/GOODS" + WITHIN_PAGE + "PRODUCT/(?<id>\\d+)",
                    "https://gisp.gov.ru/goods/#/product/|{id}"),
            card(
                    "GISP_719",
                    "RU",
                    "GISP\\.GOV\\.RU/PP719V2/PUB/PROD/(?<id>\\d+)",
                    "https://gisp.gov.ru/pp719v2/pub/prod/|{id}"));

    private Cards() {}

    /** The card that an address leads to, wherever on the card it leads. */
    static Stream<Reading> read(String address) {
        String place = PROTOCOL.matcher(address).replaceFirst("");
        CleanText text = CleanText.of(place);
        return ALL.stream().flatMap(format -> {
            int end = format.end(format.matcher(text.text()), 0, text.text().length());
            return end == 0 ? Stream.empty() : format.read(CleanText.of(place.substring(0, text.originalEnd(end))));
        });
    }

    private static Format card(String register, String state, String form, String template) {
        return Format.of(STATE_REGISTER_CARD, register, state, HIGH, form, template)
                .keyedWithSeparators();
    }
}
