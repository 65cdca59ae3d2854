import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.crl.CRLValidity;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks EU DSS about signed PDFs: {@code java -cp JARS DssJudge.java --trust CERTIFICATE... --crl LIST... --pdf FILE...}.
 *
 * <p>Offline: the certificates are trusted, the lists of revoked certificates are at hand, nothing is fetched. Prints a line a
 * signature: file, level, indication, sub-indication, and what speaks against it or a time stamp of it, with tabs between.
 */
public final class DssJudge {

    public static void main(String[] arguments) throws IOException {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        List<byte[]> lists = new ArrayList<>();
        List<File> files = new ArrayList<>();
        String option = "";
        for (String word : arguments) {
            if (word.startsWith("--")) {
                option = word;
            } else if (option.equals("--trust")) {
                trusted.addCertificate(DSSUtils.loadCertificate(new File(word)));
            } else if (option.equals("--crl")) {
                lists.add(Files.readAllBytes(Path.of(word)));
            } else {
                files.add(new File(word));
            }
        }
        for (File file : files) {
            judge(file, trusted, lists);
        }
    }

    private static void judge(File file, CommonTrustedCertificateSource trusted, List<byte[]> lists) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new Lists(lists));
        verifier.setAIASource(null);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(verifier);
        SimpleReport report = validator.validateDocument().getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            List<String> against = new ArrayList<>();
            for (Message message : report.getAdESValidationErrors(id)) {
                against.add(message.getValue());
            }
            for (XmlTimestamp stamp : report.getSignatureTimestamps(id)) {
                if (stamp.getIndication() != Indication.PASSED) {
                    against.add("time stamp " + stamp.getIndication() + " " + stamp.getSubIndication());
                }
            }
            System.out.println(String.join("\t", file.getName(), String.valueOf(report.getSignatureFormat(id)),
                String.valueOf(report.getIndication(id)), String.valueOf(report.getSubIndication(id)),
                String.join(" / ", against)));
        }
        if (report.getSignatureIdList().isEmpty()) {
            System.out.println(file.getName() + "\tnone\tno signature\t\t");
        }
    }

    /** Lists of revoked certificates at hand, each for whoever issued it. */
    private static final class Lists implements CRLSource {

        private final List<byte[]> lists;

        private Lists(List<byte[]> lists) {
            this.lists = lists;
        }

        @Override
        public CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
            for (byte[] list : lists) {
                try {
                    CRLValidity validity = CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list), issuer);
                    if (validity.isValid()) {
                        CRLToken token = new CRLToken(certificate, validity);
                        token.setExternalOrigin(RevocationOrigin.EXTERNAL);
                        return token;
                    }
                } catch (IOException unreadable) {
                    throw new IllegalArgumentException(unreadable);
                }
            }
            return null;
        }
    }
}
