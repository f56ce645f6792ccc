package org.sharedregistry.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox. A letter is taken out before it is sent and put back only when the mail server refused
 * it, so that a registry that dies in between loses a letter rather than sending it twice.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_FAILURE = 500;

    private final JdbcClient jdbc;
    private final JavaMailSender mail;
    private final NoticeSettings settings;

    Postman(JdbcClient jdbc, JavaMailSender mail, NoticeSettings settings) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${registry.notice.every:10s}")
    void sendAll() {
        for (Optional<Letter> next = take(); next.isPresent(); next = take()) {
            send(next.get());
        }
    }

    /** A year is longer than any event goes on asking for a letter. */
    @Scheduled(fixedDelayString = "PT24H")
    void forgetOld() {
        jdbc.sql("delete from notice where due_at is null and written_at < now() - interval '1 year'")
                .update();
    }

    /** One minute, two, four and so on: the last is tried after some eight hours. */
    static Duration pauseAfter(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
    }

    private Optional<Letter> take() {
        return jdbc.sql("""
                        update notice set attempts = attempts + 1, due_at = null
                        where id = (select id from notice where due_at <= now()
                                    order by due_at limit 1 for update skip locked)
                        returning id, recipient, subject, body, attempts
                        """)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
    }

    private void send(Letter letter) {
        try {
            mail.send(message(letter));
            jdbc.sql("update notice set sent_at = now(), subject = null, body = null, failure = null where id = :id")
                    .param("id", letter.id)
                    .update();
        } catch (MailException | MessagingException e) {
            log.warn("A letter was not taken by the mail server, attempt {}: {}", letter.attempts, e.getMessage());
            putBack(letter, String.valueOf(e.getMessage()));
        }
    }

    private void putBack(Letter letter, String failure) {
        boolean last = letter.attempts >= MOST_ATTEMPTS;
        jdbc.sql("""
                        update notice
                        set failure = left(:failure, :longest),
                            due_at = case when not :last then now() + make_interval(secs => :pause) end,
                            subject = case when not :last then subject end,
                            body = case when not :last then body end
                        where id = :id
                        """)
                .param("failure", failure)
                .param("longest", LONGEST_FAILURE)
                .param("last", last)
                .param("pause", pauseAfter(letter.attempts).toSeconds())
                .param("id", letter.id)
                .update();
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(letter.recipient);
        parts.setSubject(letter.subject);
        parts.setText(letter.body);
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private record Letter(UUID id, String recipient, String subject, String body, int attempts) {}
}
