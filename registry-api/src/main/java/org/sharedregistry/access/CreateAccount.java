package org.sharedregistry.access;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sharedregistry.access.Accounts.Credentials;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The command {@code create-account <name> <role> [<state> [<organisation id>]]}: makes an account, prints its secrets
 * once and ends. Without the demo it is how the first account comes into being.
 */
@Component
class CreateAccount implements ApplicationRunner {

    private static final String COMMAND = "create-account";

    private final Accounts accounts;
    private final ConfigurableApplicationContext context;

    CreateAccount(Accounts accounts, ConfigurableApplicationContext context) {
        this.accounts = accounts;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.get(0).equals(COMMAND)) {
            Credentials made = create(words.subList(1, words.size()));
            System.out.println("account  " + made.account());
            System.out.println("password " + made.password());
            System.out.println("API key  " + made.apiKey());
            context.close();
        }
    }

    Credentials create(List<String> words) {
        if (words.size() < 2 || words.size() > 4) {
            throw new IllegalArgumentException(
                    COMMAND + " <name> <role> [<state> [<organisation id>]], the role one of "
                            + Arrays.toString(Role.values()));
        }
        return accounts.create(
                words.get(0),
                Role.valueOf(words.get(1)),
                words.size() > 2 ? words.get(2) : null,
                words.size() > 3 ? UUID.fromString(words.get(3)) : null);
    }
}
