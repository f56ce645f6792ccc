package org.sharedregistry.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * For whom a person at the pages acts. The choice is kept in the session, and the mandate looked at with every request.
 * With every choice the token of forms changes: what was begun for one is not sent for another unseen, but shown again
 * first, as a kept form.
 */
@Component
public class Representation {

    private static final String ATTRIBUTE = Representation.class.getName();

    private final Mandates mandates;
    private final CsrfTokenRepository formTokens;

    Representation(Mandates mandates, CsrfTokenRepository formTokens) {
        this.mandates = mandates;
        this.formTokens = formTokens;
    }

    /** Acts under a mandate from now on. */
    public void choose(HttpServletRequest request, HttpServletResponse response, Caller caller, UUID mandate) {
        if (mandates.running(caller.account(), mandate).isEmpty()) {
            throw RegistryProblem.notFound("mandate");
        }
        request.getSession().setAttribute(ATTRIBUTE, mandate);
        formTokens.saveToken(null, request, response);
    }

    /** Acts for its own organisation again. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(ATTRIBUTE);
        formTokens.saveToken(null, request, response);
    }

    /** A signed-in person as it acts in this request. */
    Caller acting(Caller signedIn, @Nullable HttpServletRequest request) {
        HttpSession session = request == null ? null : request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof UUID mandate)) {
            return signedIn;
        }
        Optional<Mandate> running = mandates.running(signedIn.account(), mandate);
        if (running.isEmpty()) {
            // Whatever was asked was meant for the manufacturer; the next request is for the own organisation.
            session.removeAttribute(ATTRIBUTE);
            throw new RegistryProblem(ProblemType.FORBIDDEN, "The mandate has ended or was revoked.");
        }
        return signedIn.under(running.get());
    }
}
