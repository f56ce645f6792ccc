package org.sharedregistry.access;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who asks.
 *
 * @param account its name, or {@code public}
 * @param state for whom an officer or authority acts, and where an organisation is seated
 * @param organisation the manufacturer or body that it acts for
 * @param mandate under which it acts for a manufacturer that is not its own; null when it acts for its own
 */
public record Caller(
        String account,
        Role role,
        @Nullable String state,
        @Nullable UUID organisation,
        @Nullable UUID mandate) implements AuthenticatedPrincipal, Serializable {

    public Caller(String account, Role role, @Nullable String state, @Nullable UUID organisation) {
        this(account, role, state, organisation, null);
    }

    /** Nobody signed in. */
    public static final Caller PUBLIC = new Caller("public", Role.PUBLIC, null, null);

    /** The account, as sessions are found by it. */
    @Override
    public String getName() {
        return account;
    }

    public boolean isSignedIn() {
        return role != Role.PUBLIC;
    }

    /** Goes on only for one of these roles. */
    public void require(Role... allowed) {
        if (Arrays.asList(allowed).contains(role)) {
            return;
        }
        if (role == Role.PUBLIC) {
            throw new RegistryProblem(
                    ProblemType.AUTHENTICATION_REQUIRED, "Send an API key as Authorization: Bearer <key>.");
        }
        throw new RegistryProblem(
                ProblemType.FORBIDDEN,
                "This takes one of the roles " + Arrays.toString(allowed) + "; yours is " + role + ".");
    }

    /** The state that an officer or authority acts for. */
    public String requiredState() {
        if (state == null) {
            throw new RegistryProblem(ProblemType.FORBIDDEN, "This account acts for no state.");
        }
        return state;
    }

    /** The manufacturer or body that the account acts for. */
    public UUID requiredOrganisation() {
        if (organisation == null) {
            throw new RegistryProblem(ProblemType.FORBIDDEN, "This account acts for no organisation.");
        }
        return organisation;
    }

    /** The same person under a mandate of a manufacturer. */
    Caller under(Mandate given) {
        return new Caller(account, role, given.state(), given.organisation(), given.id());
    }

    /** Whether it acts for a manufacturer that is not its own. */
    public boolean isRepresentative() {
        return mandate != null;
    }

    public boolean actsFor(@Nullable UUID someone) {
        return organisation != null && organisation.equals(someone);
    }

    /** Whether it is an officer or an authority. */
    public boolean isOfficial() {
        return role == Role.OFFICER || role == Role.AUTHORITY;
    }

    /** How the caller is named as the owner of what it files. */
    public String owner() {
        return organisation != null ? organisation.toString() : officialsOf(requiredState());
    }

    /**
     * The names under which restricted documents may list this caller as a reader: its owner's name, and for officers
     * and authorities their state.
     */
    public Set<String> readerNames() {
        Set<String> names = new HashSet<>();
        if (organisation != null) {
            names.add(organisation.toString());
        }
        if (isOfficial()) {
            names.add(officialsOf(requiredState()));
        }
        return names;
    }

    /** The reader name of the officers and authorities of a state. */
    public static String officialsOf(String state) {
        return "officials:" + state;
    }
}
