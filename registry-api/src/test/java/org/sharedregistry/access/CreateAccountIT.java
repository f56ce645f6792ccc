package org.sharedregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.springframework.beans.factory.annotation.Autowired;

class CreateAccountIT extends RegistryHttpTest {

    @Autowired
    private CreateAccount command;

    @Test
    void makesAnAccountWhoseKeyIsTaken() {
        String key = command.create(List.of("second-operator", "OPERATOR")).apiKey();
        assertThat(new Client(base(), key).get("/actuator/prometheus").status()).isEqualTo(200);
    }

    @Test
    void refusesARoleThatThereIsNot() {
        assertThatThrownBy(() -> command.create(List.of("somebody", "KING")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KING");
        assertThatThrownBy(() -> command.create(List.of("somebody")))
                .hasMessageContaining("create-account <name> <role>");
    }
}
