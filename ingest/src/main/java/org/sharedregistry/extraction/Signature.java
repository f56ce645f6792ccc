package org.sharedregistry.extraction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An electronic signature as far as it can be compared with what it is over. Whether its certificate is to be trusted is
 * not judged: neither the issuer, nor whether it was withdrawn, nor whether it was in force when it was used. Hence no
 * signature is ever called valid here, and a name in one is what its certificate claims.
 *
 * @param signer what the certificate says of the signer; null where it is not there
 * @param signedAt the time of signing; null where none is given
 * @param timestamped whether that time is a timestamp service's, in a token that belongs to this very signature, rather
 *     than the signer's own claim
 * @param algorithm by name, else its object identifier
 * @param bytesAfter how many bytes of a PDF came behind those that are signed, such as those of a later signature
 */
public record Signature(
        State state,
        @Nullable Signer signer,
        @Nullable Instant signedAt,
        boolean timestamped,
        String algorithm,
        long bytesAfter) {

    static Signature damaged() {
        return of(State.DAMAGED, "");
    }

    /** A signature of which no more is known. */
    static Signature of(State state, String algorithm) {
        return new Signature(state, null, null, false, algorithm, 0);
    }

    /** Whether nothing was added to the file after it was signed. */
    public boolean coversAll() {
        return bytesAfter == 0;
    }

    /** The same in a PDF, whose dictionary of the signature has a claim of its own to the time. */
    Signature inPdf(@Nullable Instant claimed, long after) {
        return new Signature(state, signer, signedAt == null ? claimed : signedAt, timestamped, algorithm, after);
    }

    /** How a signature compares with what it is over. */
    public enum State {
        /** The bytes are those that were signed, and the signature is the work of the key in the certificate. */
        INTACT,
        /** The signed bytes are no longer those that were signed, or the signature is of another key. */
        ALTERED,
        /** Nothing here can compute by the algorithm. */
        UNKNOWN_ALGORITHM,
        /** The signature came without what it is over. */
        CONTENT_MISSING,
        /** The signature came without the certificate of its signer. */
        CERTIFICATE_MISSING,
        /** It cannot be understood. */
        DAMAGED
    }

    /**
     * What a certificate says. A number of a person's insurance (SNILS) is left in it, as is a person's own number where
     * that of the organisation stands beside it.
     *
     * @param name of the signer
     * @param inn the taxpayer's number in Russia
     * @param ogrn the organisation's number in the Russian register
     * @param unp the taxpayer's number in Belarus
     * @param issuer the name of who issued the certificate
     */
    public record Signer(
            String name,
            @Nullable String organisation,
            @Nullable String inn,
            @Nullable String ogrn,
            @Nullable String unp,
            String issuer,
            Instant validFrom,
            Instant validUntil) {}
}
