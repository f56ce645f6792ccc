package org.sharedregistry.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says dates and counts the way a reader of the page's language writes them; in templates {@code @say}.
 *
 * <p>A counted thing has the messages {@code <key>.one}, {@code <key>.few} and {@code <key>.many}, as the plural rules
 * of the Unicode CLDR call the forms; English uses {@code one} and {@code many}.
 */
@Component("say")
public final class Say {

    /** Moscow and Minsk both keep it all year. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final MessageSource messages;

    Say(MessageSource messages) {
        this.messages = messages;
    }

    /** A day such as 7 October 2026; a dash where there is none. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "—" : day.format(inWords().withLocale(locale()));
    }

    /** A day in digits, for tables: 07.10.2026; a dash where there is none. */
    public String shortDay(@Nullable LocalDate day) {
        return day == null ? "—" : day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT));
    }

    /** A moment in the time of Moscow and Minsk. */
    public String moment(Instant moment) {
        return moment.atZone(ZONE).format(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT));
    }

    /** A number of things, in the form the language asks for. */
    public String count(String key, long count) {
        return messages.getMessage(key + "." + form(count), new Object[] {count}, locale());
    }

    private static String form(long count) {
        if (locale().getLanguage().equals("en")) {
            return count == 1 ? "one" : "many";
        }
        long tens = Math.abs(count) % 100;
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return "one";
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }

    private static DateTimeFormatter inWords() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    }

    private static Locale locale() {
        Locale locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en") ? Locale.UK : locale;
    }
}
