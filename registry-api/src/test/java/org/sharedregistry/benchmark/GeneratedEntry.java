package org.sharedregistry.benchmark;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.identifier.RegistryNumber;

/**
 * Goods of a generated registry. Everything about them follows from their index, so that they can be asked for without
 * being looked up.
 *
 * @param index 0 to {@value #MOST} - 1; even ones are made in Belarus, odd ones in Russia
 */
record GeneratedEntry(int index) {

    /** As many registry numbers as two states have in two years. */
    static final int MOST = 4_000_000;

    /** In each state, besides the one that confirms production. */
    static final int BODIES = 50;

    static final List<String> STATES = List.of("BY", "RU");

    GeneratedEntry {
        if (index < 0 || index >= MOST) {
            throw new IllegalArgumentException("There are no generated goods " + index);
        }
    }

    String state() {
        return stateOf(index);
    }

    /** The state of the goods, or manufacturers, of some index. */
    static String stateOf(int index) {
        return STATES.get(index % STATES.size());
    }

    String registryNumber() {
        return RegistryNumber.of("union-state", state(), 2025 + inState() % 2, inState() / 2)
                .toString();
    }

    /** One in fifty lost its production certificate, and one in fifty has an old certificate and a declaration in force. */
    boolean isProductionSuspended() {
        return index % 50 == 7;
    }

    boolean isCertificateExpired() {
        return index % 50 == 20;
    }

    /** The kinds of its attestations, one of each. */
    List<AttestationKind> kinds() {
        return List.of(AttestationKind.EAEU_CERTIFICATE, AttestationKind.EAEU_DECLARATION, production());
    }

    /** The number of the attestation of a kind. */
    SeriesNumber number(AttestationKind kind) {
        return switch (kind) {
            case EAEU_CERTIFICATE ->
                new SeriesNumber(
                        isBelarusian()
                                ? "ЕАЭС BY/112 02.01. ТР004 %d.01 #####".formatted(100 + body())
                                : "ЕАЭС RU С-RU.НА%d.В.#####/26".formatted(10 + body()),
                        inState() / BODIES);
            case EAEU_DECLARATION ->
                new SeriesNumber(
                        isBelarusian()
                                ? "ЕАЭС N BY/112 11.01. ТР020 %d.01 #####".formatted(100 + body())
                                : "ЕАЭС N RU Д-RU.НА%d.В.#####/26".formatted(10 + body()),
                        inState() / BODIES);
            case OWN_PRODUCTION_CERTIFICATE ->
                new SeriesNumber("BYPR6%d######".formatted(100 + inState() / 1_000_000), inState() % 1_000_000);
            case PRODUCTION_REGISTER_ENTRY -> new SeriesNumber("РПП-########", 10_000_000 + inState());
            default -> throw new IllegalArgumentException("No such attestation is generated: " + kind);
        };
    }

    /** What shows that they are made where they are said to be. */
    AttestationKind production() {
        return isBelarusian() ? AttestationKind.OWN_PRODUCTION_CERTIFICATE : AttestationKind.PRODUCTION_REGISTER_ENTRY;
    }

    /** Which of the state's bodies attested conformity. */
    int body() {
        return inState() % BODIES;
    }

    /** The index of a manufacturer, by its index among those of the state. */
    int manufacturer(int ofTheState) {
        return ofTheState * STATES.size() + index % STATES.size();
    }

    /** The index among the goods of the state. */
    int inState() {
        return index / STATES.size();
    }

    /**
     * An id in the form and order of those that the database gives.
     *
     * @param kind of the thing, 0 to 4095
     */
    static UUID id(int kind, int index) {
        long millis = 1_767_225_600_000L + index;
        long mixed = (index * 31L + kind) * 0x9E37_79B9_7F4A_7C15L;
        return new UUID(millis << 16 | 0x7000 | kind, mixed >>> 2 | 1L << 63);
    }

    private boolean isBelarusian() {
        return state().equals("BY");
    }
}
