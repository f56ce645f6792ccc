package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegistryNumberTest {

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void isReadInSmallAndCapitalLetters() {
        RegistryNumber number = RegistryNumber.of("union-state", "BY", 2026, 17);
        assertThat(RegistryNumber.parse(number.toString())).contains(number);
        assertThat(RegistryNumber.parse(number.toString().toUpperCase(Locale.ROOT)))
                .contains(number);
        assertThat(RegistryNumber.parse(number.toString().toLowerCase(Locale.ROOT)))
                .contains(number);
    }

    @Test
    void standsInAnAddressAsItIs() {
        for (int serial = 0; serial < 1000; serial++) {
            assertThat(RegistryNumber.of("us", "RU", 2026, serial).toString()).matches("us-RU-2026-\\d{6}-[0-9A-Z]");
        }
    }

    @Test
    void isRefusedWithAnyOneCharacterWrong() {
        String right = RegistryNumber.of("us", "BY", 2026, 1).toString();
        for (int i = 0; i < right.length(); i++) {
            for (int sign = 0; sign < SIGNS.length(); sign++) {
                String wrong = right.substring(0, i) + SIGNS.charAt(sign) + right.substring(i + 1);
                if (!wrong.equalsIgnoreCase(right)) {
                    assertThat(RegistryNumber.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void isNotLookedForInWhatIsTooLong() {
        assertThat(RegistryNumber.parse("A-".repeat(100_000))).isEmpty();
    }

    @Test
    void hasPartsOfTheirForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> RegistryNumber.of("Us", "BY", 2026, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RegistryNumber.of("us", "Belarus", 2026, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RegistryNumber.of("us", "BY", 26, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RegistryNumber.of("us", "BY", 2026, 1_000_000));
    }
}
