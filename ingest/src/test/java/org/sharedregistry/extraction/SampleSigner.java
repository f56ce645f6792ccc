package org.sharedregistry.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jcajce.spec.GOST3410ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Somebody who signs, with a key and a certificate made on the spot. */
public record SampleSigner(KeyPair keys, X509Certificate certificate, String algorithm) {

    static final Instant SIGNED_AT = Instant.parse("2026-03-02T09:30:00Z");
    static final Instant STAMPED_AT = Instant.parse("2026-03-02T09:31:00Z");
    static final Instant VALID_FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant VALID_UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private static final Provider PROVIDER = new BouncyCastleProvider();

    static SampleSigner rsa() {
        return of("RSA", "SHA256withRSA");
    }

    static SampleSigner ecdsa() {
        return of("EC", "SHA256withECDSA");
    }

    public static SampleSigner gost() {
        return of("ECGOST3410-2012", "GOST3411-2012-256WITHECGOST3410-2012-256");
    }

    private static SampleSigner of(String kind, String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind, PROVIDER);
            if (kind.equals("RSA")) {
                generator.initialize(2048);
            } else if (kind.equals("EC")) {
                generator.initialize(256);
            } else {
                generator.initialize(new GOST3410ParameterSpec("Tc26-Gost-3410-12-256-paramSetA"));
            }
            KeyPair keys = generator.generateKeyPair();
            return new SampleSigner(keys, certificate(keys, algorithm), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its own, with the numbers that certificates of the union have, and one that is nobody's business. */
    private static X509Certificate certificate(KeyPair keys, String algorithm) {
        X500NameBuilder name = new X500NameBuilder()
                .addRDN(BCStyle.CN, "Подписант")
                .addRDN(BCStyle.O, "Станкозавод")
                .addRDN(new ASN1ObjectIdentifier("1.2.643.100.3"), "11223344595")
                .addRDN(new ASN1ObjectIdentifier("1.2.643.3.131.1.1"), "007707083893")
                .addRDN(new ASN1ObjectIdentifier("1.2.643.100.1"), "1027700132195")
                .addRDN(new ASN1ObjectIdentifier("1.2.112.1.2.1.1.1.1.2"), "100582333");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name.build(),
                BigInteger.ONE,
                Date.from(VALID_FROM),
                Date.from(VALID_UNTIL),
                name.build(),
                keys.getPublic());
        try {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(PROVIDER)
                            .build(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A CMS over the content, which is put in or is not. */
    public byte[] sign(byte[] content, boolean attached) {
        return encoded(signed(content, attached));
    }

    /** The same with the token of a timestamp service over what is given. */
    byte[] signWithToken(byte[] content, SampleSigner service, byte[] stamped) {
        CMSSignedData signed = signed(content, false);
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        byte[] over = stamped.length == 0 ? signer.getSignature() : stamped;
        try {
            Attribute token = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(service.token(over))));
            SignerInformation with =
                    SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(new DERSet(token)));
            return encoded(CMSSignedData.replaceSigners(signed, new SignerInformationStore(with)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same signature, said to be by another algorithm. */
    static byte[] withAlgorithm(byte[] signature, String identifier) {
        ContentInfo info = ContentInfo.getInstance(signature);
        SignedData data = SignedData.getInstance(info.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        SignerInfo other = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(identifier)),
                signer.getEncryptedDigest(),
                signer.getUnauthenticatedAttributes());
        try {
            return new ContentInfo(
                            info.getContentType(),
                            new SignedData(
                                    data.getDigestAlgorithms(),
                                    data.getEncapContentInfo(),
                                    data.getCertificates(),
                                    data.getCRLs(),
                                    new DERSet(other)))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] token(byte[] over) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(over);
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    generatorBuilder().build(signer(), certificate),
                    digests().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3"));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return generator
                    .generate(request.generate(TSPAlgorithms.SHA256, digest), BigInteger.ONE, Date.from(STAMPED_AT))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private CMSSignedData signed(byte[] content, boolean attached) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            AttributeTable time = new AttributeTable(
                    new DERSet(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(SIGNED_AT))))));
            generator.addSignerInfoGenerator(generatorBuilder()
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time))
                    .build(signer(), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator.generate(new CMSProcessableByteArray(content), attached);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(keys.getPrivate());
    }

    private static JcaSignerInfoGeneratorBuilder generatorBuilder() throws OperatorCreationException {
        return new JcaSignerInfoGeneratorBuilder(digests());
    }

    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
    }

    private static byte[] encoded(CMSSignedData signed) {
        try {
            return signed.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF with this signature added; the hour is that of Minsk, 9 hours 30 minutes by Greenwich. */
    Path signPdf(Path unsigned) {
        return signPdf(unsigned, "adbe.pkcs7.detached");
    }

    /** A PDF with a timestamp over all of it, as archives keep it. */
    Path stampPdf(Path unsigned) {
        return signPdf(unsigned, "ETSI.RFC3161");
    }

    private Path signPdf(Path unsigned, String form) {
        Path signed = unsigned.resolveSibling("signed-" + unsigned.getFileName());
        try (PDDocument document = Loader.loadPDF(unsigned.toFile())) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(form));
            GregorianCalendar minsk = new GregorianCalendar(TimeZone.getTimeZone("Europe/Minsk"));
            minsk.setTimeInMillis(SIGNED_AT.toEpochMilli());
            signature.setSignDate(minsk);
            document.addSignature(signature);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ExternalSigningSupport external = document.saveIncrementalForExternalSigning(out);
            byte[] content = external.getContent().readAllBytes();
            external.setSignature(form.equals("ETSI.RFC3161") ? token(content) : sign(content, false));
            Files.write(signed, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signed;
    }
}
