package org.sharedregistry.extraction;

import java.io.IOException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Signature.State;

/** Signatures in the form of RFC 5652 (CMS) and what builds on it, such as CAdES. Runs in a parser process. */
final class SignedData {

    /** Named in each call and never registered: that would change every other use of cryptography in the process. */
    static final Provider CRYPTOGRAPHY = new BouncyCastleProvider();

    private static final int MOST_SIGNATURES = 16;

    private final CMSSignedData cms;

    private SignedData(CMSSignedData cms) {
        this.cms = cms;
    }

    /** @throws IOException when they are something else */
    static SignedData of(byte[] bytes) throws IOException {
        try {
            return new SignedData(new CMSSignedData(bytes));
        } catch (CMSException | RuntimeException e) {
            throw new IOException("The signature cannot be understood", e);
        }
    }

    boolean isEmpty() {
        return cms.getSignerInfos().size() == 0;
    }

    /** What is signed, where it was put in with the signatures; else null. */
    byte @Nullable [] content() {
        return cms.getSignedContent() == null
                ? null
                : (byte[]) cms.getSignedContent().getContent();
    }

    /** The signatures, compared with what was put in with them. */
    List<Signature> signatures() {
        return signatures(cms, content() != null);
    }

    /** The signatures, compared with the content that is given, whatever was put in with them. */
    List<Signature> over(CMSProcessable content) throws IOException {
        try {
            return signatures(new CMSSignedData(content, cms.toASN1Structure()), true);
        } catch (CMSException e) {
            throw new IOException("The signature cannot be understood", e);
        }
    }

    private static List<Signature> signatures(CMSSignedData cms, boolean withContent) {
        return cms.getSignerInfos().getSigners().stream()
                .limit(MOST_SIGNATURES)
                .map(each -> signature(cms, each, withContent))
                .toList();
    }

    private static Signature signature(CMSSignedData cms, SignerInformation signer, boolean withContent) {
        String algorithm = SignatureAlgorithms.name(signer.getEncryptionAlgOID());
        try {
            X509CertificateHolder certificate = cms.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .findFirst()
                    .orElse(null);
            Instant stamped = stampedAt(signer);
            return new Signature(
                    withContent ? state(signer, certificate) : State.CONTENT_MISSING,
                    certificate == null ? null : SignerCertificate.signer(certificate),
                    stamped == null ? claimedTime(signer) : stamped,
                    stamped != null,
                    algorithm,
                    0);
        } catch (RuntimeException e) {
            // Bouncy Castle looks into what it was given only when it is asked for it.
            return Signature.of(State.DAMAGED, algorithm);
        }
    }

    private static State state(SignerInformation signer, @Nullable X509CertificateHolder certificate) {
        if (certificate == null) {
            return State.CERTIFICATE_MISSING;
        }
        try {
            PublicKey key = new JcaX509CertificateConverter()
                    .setProvider(CRYPTOGRAPHY)
                    .getCertificate(certificate)
                    .getPublicKey();
            if (key == null) {
                return State.UNKNOWN_ALGORITHM;
            }
            // Of the key alone: with its certificate, a time outside of the certificate's own would count as altered.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(CRYPTOGRAPHY)
                            .build(key))
                    ? State.INTACT
                    : State.ALTERED;
        } catch (CMSSignerDigestMismatchException e) {
            return State.ALTERED;
        } catch (OperatorCreationException | IllegalArgumentException e) {
            // The latter for an identifier that Bouncy Castle has no name for.
            return State.UNKNOWN_ALGORITHM;
        } catch (CMSException e) {
            return e.getCause() instanceof OperatorCreationException ? State.UNKNOWN_ALGORITHM : State.DAMAGED;
        } catch (CertificateException e) {
            return State.DAMAGED;
        }
    }

    private static @Nullable Instant claimedTime(SignerInformation signer) {
        Attribute time = attribute(signer.getSignedAttributes(), CMSAttributes.signingTime);
        return time == null
                ? null
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }

    /** Null where there is no token, or one that does not belong to this signature. */
    private static @Nullable Instant stampedAt(SignerInformation signer) {
        Attribute token =
                attribute(signer.getUnsignedAttributes(), PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (token == null) {
            return null;
        }
        try {
            byte[] encoded =
                    token.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded();
            Timestamp stamp = new Timestamp(of(encoded));
            boolean itsOwn = stamp.over(new CMSProcessableByteArray(signer.getSignature()))
                            .state()
                    == State.INTACT;
            return itsOwn ? stamp.time() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Attribute attribute(@Nullable AttributeTable table, ASN1ObjectIdentifier name) {
        return table == null ? null : table.get(name);
    }
}
