package org.sharedregistry.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sharedregistry.access.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where letters are put in the transaction of what they tell of: there is never the one without the other. Without a
 * mail server nothing is put there.
 */
@Repository
public class Outbox {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final NoticeSettings settings;
    private final boolean on;

    Outbox(JdbcClient jdbc, MessageSource messages, NoticeSettings settings, ObjectProvider<JavaMailSender> mail) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.settings = settings;
        this.on = mail.getIfAvailable() != null;
    }

    /** Whether letters are sent at all. */
    public boolean isOn() {
        return on;
    }

    /** A page of the registry as a link for a letter; never made from what a browser calls the registry. */
    public String link(String path) {
        return settings.address().resolve(path).toString();
    }

    /** Has a letter sent once the transaction is through, unless this recipient was told of this event before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Notice notice) {
        if (!on) {
            return;
        }
        Locale locale = Locale.forLanguageTag(notice.language());
        Object[] arguments = notice.arguments().stream().map(Outbox::said).toArray();
        jdbc.sql("""
                        insert into notice (event, recipient, subject, body)
                        values (:event, :recipient, :subject, :body)
                        on conflict (event, recipient) do nothing
                        """)
                .param("event", notice.event())
                .param("recipient", notice.recipient())
                .param("subject", messages.getMessage("notice." + notice.key() + ".subject", arguments, locale))
                .param("body", messages.getMessage("notice." + notice.key() + ".text", arguments, locale))
                .update();
    }

    /** Has a letter sent to the holder of an account, if it has an address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Person person, String event, String key, Object... arguments) {
        if (person.email() != null) {
            post(new Notice(
                    event,
                    person.email(),
                    Objects.requireNonNullElse(person.language(), "ru"),
                    key,
                    List.of(arguments)));
        }
    }

    private static String said(Object argument) {
        return argument instanceof LocalDate day ? day.format(DAY) : argument.toString();
    }
}
