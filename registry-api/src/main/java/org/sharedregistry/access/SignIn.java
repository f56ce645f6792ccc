package org.sharedregistry.access;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs a person in by account name and password. Whoever fails often is made to wait: after {@value #PATIENCE}
 * failures with one name from one address, and after {@value #PATIENCE_WITH_ADDRESS} from one address with any names.
 */
@Component
final class SignIn implements AuthenticationProvider {

    static final int PATIENCE = 5;
    static final int PATIENCE_WITH_ADDRESS = 50;

    private static final Duration WAIT = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Attempts failures = new Attempts(WAIT);

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName().trim();
        String address = request.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Attempt byName = new Attempt(name, address);
        Attempt byAddress = new Attempt("", address);
        if (failures.of(byName) >= PATIENCE || failures.of(byAddress) >= PATIENCE_WITH_ADDRESS) {
            throw new LockedException("Too many failures");
        }
        Caller caller = accounts.byPassword(name, Objects.toString(request.getCredentials(), ""))
                .orElseThrow(() -> {
                    failures.add(byName);
                    failures.add(byAddress);
                    return new BadCredentialsException("No account of this name and password");
                });
        failures.forget(byName);
        return UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority(caller.role().name())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private record Attempt(String name, String address) {}
}
