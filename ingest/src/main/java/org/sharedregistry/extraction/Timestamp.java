package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sharedregistry.extraction.Signature.State;

/** The token of a timestamp service (RFC 3161): signed by it, the moment at which it saw a digest. */
final class Timestamp {

    private final SignedData token;
    private final TSTInfo info;

    /** @throws IOException when it is something else */
    Timestamp(SignedData token) throws IOException {
        this.token = token;
        try {
            this.info = TSTInfo.getInstance(token.content());
        } catch (RuntimeException e) {
            throw new IOException("The timestamp cannot be understood", e);
        }
        if (info == null) {
            throw new IOException("The timestamp is empty");
        }
    }

    Instant time() throws IOException {
        try {
            return info.getGenTime().getDate().toInstant();
        } catch (ParseException e) {
            throw new IOException("The timestamp has no time", e);
        }
    }

    /** The token in the place of a signature over a whole document. */
    Signature over(CMSProcessable content) throws IOException {
        List<Signature> signatures = token.signatures();
        if (signatures.size() != 1) {
            throw new IOException("A timestamp has one signature, not " + signatures.size());
        }
        Signature own = signatures.get(0);
        boolean altered = own.state() == State.INTACT && !saw(content);
        return new Signature(altered ? State.ALTERED : own.state(), own.signer(), time(), true, own.algorithm(), 0);
    }

    private boolean saw(CMSProcessable content) throws IOException {
        try {
            DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(SignedData.CRYPTOGRAPHY)
                    .build()
                    .get(info.getMessageImprint().getHashAlgorithm());
            try (OutputStream out = digest.getOutputStream()) {
                content.write(out);
            }
            return Arrays.equals(digest.getDigest(), info.getMessageImprint().getHashedMessage());
        } catch (OperatorCreationException | CMSException e) {
            throw new IOException("The timestamp cannot be compared", e);
        }
    }
}
