package org.sharedregistry.extraction;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Signature.Signer;

/** What of a certificate is told to a reader. */
final class SignerCertificate {

    private static final ASN1ObjectIdentifier INN = new ASN1ObjectIdentifier("1.2.643.3.131.1.1");
    private static final ASN1ObjectIdentifier INN_OF_ORGANISATION = new ASN1ObjectIdentifier("1.2.643.100.4");
    private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");
    private static final ASN1ObjectIdentifier UNP = new ASN1ObjectIdentifier("1.2.112.1.2.1.1.1.1.2");

    private static final int LONGEST = 500;

    private SignerCertificate() {}

    static Signer signer(X509CertificateHolder certificate) {
        X500Name subject = certificate.getSubject();
        String inn = value(subject, INN_OF_ORGANISATION);
        String unp = value(subject, UNP);
        return new Signer(
                name(subject),
                value(subject, BCStyle.O),
                inn == null ? value(subject, INN) : inn,
                value(subject, OGRN),
                unp == null ? extension(certificate, UNP) : unp,
                name(certificate.getIssuer()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** Belarusian certificates have surname and other names in the place of a common name. */
    private static String name(X500Name of) {
        String common = value(of, BCStyle.CN);
        if (common != null) {
            return common;
        }
        String surname = value(of, BCStyle.SURNAME);
        String others = value(of, BCStyle.NAME);
        if (surname != null) {
            return others == null ? surname : surname + " " + others;
        }
        String organisation = value(of, BCStyle.O);
        return organisation == null ? "" : organisation;
    }

    private static @Nullable String value(X500Name of, ASN1ObjectIdentifier attribute) {
        RDN[] found = of.getRDNs(attribute);
        return found.length == 0 ? null : line(found[0].getFirst().getValue());
    }

    private static @Nullable String extension(X509CertificateHolder certificate, ASN1ObjectIdentifier attribute) {
        Extension found = certificate.getExtension(attribute);
        return found == null ? null : line(found.getParsedValue());
    }

    private static @Nullable String line(ASN1Encodable value) {
        if (!(value instanceof ASN1String string)) {
            return null;
        }
        String text = string.getString();
        return ReadableText.line(text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
