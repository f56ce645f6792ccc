package org.sharedregistry.access;

import java.util.Set;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Who is signed in at the pages; kept in the database, so that a restart and a second node know it too. */
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** At how many places the account is signed in. */
    public int count(String account) {
        return open(account).size();
    }

    /** Ends every session of the account, the one that asks included. */
    public void endAll(String account) {
        open(account).forEach(repository::deleteById);
    }

    /** Ends every session of the account but this one. */
    public void endOthers(String account, String session) {
        open(account).stream().filter(each -> !each.equals(session)).forEach(repository::deleteById);
    }

    private Set<String> open(String account) {
        return repository.findByPrincipalName(account).keySet();
    }
}
