package org.sharedregistry.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.sharedregistry.identifier.Folding;

/** The name of an organisation, as it is found in a text and compared with another spelling of it. */
public final class OrganisationName {

    private static final String[] LEGAL_FORMS = {
        "Общество с ограниченной ответственностью",
        "Общество с дополнительной ответственностью",
        "Публичное акционерное общество",
        "Открытое акционерное общество",
        "Закрытое акционерное общество",
        "Акционерное общество",
        "Частное производственное унитарное предприятие",
        "Частное унитарное предприятие",
        "Республиканское унитарное предприятие",
        "Унитарное предприятие",
        "Индивидуальный предприниматель",
        "Таварыства з абмежаванай адказнасцю",
        "Адкрытае акцыянернае таварыства",
        "Закрытае акцыянернае таварыства",
        "Прыватнае ўнітарнае прадпрыемства",
        "ЧПУП",
        "ЧТУП",
        "СООО",
        "ООО",
        "ОДО",
        "ПАО",
        "ОАО",
        "ЗАО",
        "НАО",
        "АО",
        "РУП",
        "ЧУП",
        "УП",
        "ИП",
        "ТОО",
        "ЖШС",
        "ОсОО",
        "ААТ",
        "ЗАТ",
        "ТАА",
        "ТДА",
        "ПУП",
        "OJSC",
        "CJSC",
        "JSC",
        "LLC",
        "Ltd",
        "Limited",
        "GmbH",
        "Inc",
        "SAS",
        "SA",
        "AG",
        "Co"
    };

    /** Folded, spaces as they come. */
    private static final String ANY_FORM = Stream.of(LEGAL_FORMS)
            .map(form -> Stream.of(Folding.fold(form).split(" ", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s+")))
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{Nd}])(?:", ")(?![\\p{L}\\p{Nd}])"));

    private static final Pattern FORMS = Pattern.compile(ANY_FORM);

    private static final String OPENING = "[«\"“„‘'<]";
    private static final String CLOSING = "[»\"”“’'>]";

    /** With its legal form before quotation marks, with quotation marks alone, or in Latin letters before its legal form. */
    private static final Pattern NAME = Pattern.compile(
            "(?:" + ANY_FORM + "\\s*)?" + OPENING
                    + "(?<quoted>[^«»\"“”„]{2,120}?)" + CLOSING
                    + "|(?<foreign>[A-Z][A-Z0-9&.\\- ]{1,60}?[ ,]+(?:OJSC|CJSC|JSC|LLC|LTD|LIMITED|GMBH|INC|SAS|S\\.A\\.?S?|AG)\\b\\.?)");

    /** How much of a name may differ and be a misreading: one letter in eight. */
    private static final int LETTERS_A_MISREADING = 8;

    private OrganisationName() {}

    /** Where the first name in a text stands that says by quotation marks or legal form that it is one. */
    static Optional<Span> first(String text) {
        Matcher name = NAME.matcher(Folding.fold(text));
        return name.find() ? Optional.of(new Span(name.start(), name.end())) : Optional.empty();
    }

    /** What all spellings of a name have in common: its letters and digits, folded, without its legal form. */
    public static String key(String name) {
        return Folding.bare(FORMS.matcher(Folding.fold(name)).replaceAll(" "));
    }

    /** Whether two keys can be one name, one of them misread in a few letters. */
    public static boolean isAlike(String one, String other) {
        int most = Math.max(one.length(), other.length()) / LETTERS_A_MISREADING;
        return one.equals(other) || (most > 0 && new LevenshteinDistance(most).apply(one, other) >= 0);
    }

    /** A stretch of a text. */
    record Span(int start, int end) {}
}
