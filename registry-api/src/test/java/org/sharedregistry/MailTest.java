package org.sharedregistry;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.enrolment.Invitations;
import org.sharedregistry.enrolment.NewPerson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A registry that sends letters through a real mail server. */
public abstract class MailTest extends RegistryHttpTest {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);
    protected static final String PASSWORD = "correct horse battery";

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    /** It runs as long as the registry, which all tests that ask for mail share. */
    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("registry.notice.address", () -> "https://registry.example");
        registry.add("registry.notice.from", () -> "notices@registry.example");
        registry.add("registry.notice.every", () -> "200ms");
    }

    protected final Caller caller(String account) {
        return accounts.callers(List.of(account)).values().iterator().next();
    }

    /** Has somebody with an address join the organisation of an account. */
    protected final void join(String inviter, String account, String email, String language) {
        invitations.invite(caller(inviter), UUID.randomUUID(), email, "en");
        String secret = letterTo(email).replaceAll("(?s).*/sign-up/invited/([A-Za-z0-9_-]+).*", "$1");
        invitations.accept(secret, new NewPerson(account, email, PASSWORD, language));
    }

    /** The first letter that somebody gets. */
    protected static String letterTo(String recipient) {
        return await().atMost(PATIENCE)
                .until(() -> received(recipient), letters -> !letters.isEmpty())
                .get(0);
    }

    protected static List<String> received(String recipient) {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(message -> isTo(message, recipient))
                .map(MailTest::written)
                .toList();
    }

    private static boolean isTo(MimeMessage message, String recipient) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(recipient);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(MimeMessage message) {
        try {
            return message.getSubject() + "\n" + message.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
