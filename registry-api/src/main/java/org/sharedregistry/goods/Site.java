package org.sharedregistry.goods;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.SiteFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;

/**
 * A production site of a manufacturer, with everything recorded of it up to some moment.
 *
 * @param revision the sequence of the newest record about it
 */
public record Site(UUID id, UUID manufacturer, long revision, Versions<Description> descriptions) {

    /** In the terms of recognition. */
    public Versions<SiteFact> facts() {
        return new Versions<>(descriptions.recorded().stream()
                .map(version -> new Version<>(
                        version.valid(), version.sequence(), version.fact().fact(id)))
                .toList());
    }

    /** Its state as an ETag. */
    public String etag() {
        return "\"" + revision + "\"";
    }

    /**
     * What one version says of a site.
     *
     * @param authorized whether the authority of its state has authorised it for the goods below
     * @param hs beginnings of codes of the TN VED; together with {@code okpd2} the authorised range of goods
     * @param okpd2 beginnings of codes
     * @param localShare share of local origin in the value, in percent; null when not known
     */
    public record Description(
            String name,
            String address,
            boolean authorized,
            Set<String> hs,
            Set<String> okpd2,
            @Nullable BigDecimal localShare) {

        public Description {
            if (name == null || name.isBlank() || address == null || address.isBlank()) {
                throw RegistryProblem.field("/name", "A site has a name and an address.");
            }
            hs = hs == null ? Set.of() : Set.copyOf(hs);
            okpd2 = okpd2 == null ? Set.of() : Set.copyOf(okpd2);
            if (authorized && hs.isEmpty() && okpd2.isEmpty()) {
                throw RegistryProblem.field(
                        "/hs", "A site is authorised for goods: name the beginnings of their codes.");
            }
            if (localShare != null && (localShare.signum() < 0 || localShare.compareTo(new BigDecimal(100)) > 0)) {
                throw RegistryProblem.field("/localShare", "A share is 0 to 100 percent.");
            }
        }

        SiteFact fact(UUID id) {
            return new SiteFact(id.toString(), name, authorized, hs, okpd2, localShare);
        }
    }
}
