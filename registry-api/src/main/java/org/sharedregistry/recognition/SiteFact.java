package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A production site, and the goods it is authorised to make.
 *
 * @param authorized whether it may make the goods below
 * @param hs beginnings of codes of the TN VED
 * @param okpd2 beginnings of codes
 * @param localShare share of local origin in the value of what is made there, in percent; null when not known
 */
public record SiteFact(
        String id,
        String name,
        boolean authorized,
        Set<String> hs,
        Set<String> okpd2,
        @Nullable BigDecimal localShare) {

    public SiteFact {
        hs = Set.copyOf(hs);
        okpd2 = Set.copyOf(okpd2);
    }

    boolean mayMake(GoodsFact goods) {
        return authorized && (Codes.anyBegins(goods.hs(), hs) || Codes.anyBegins(goods.okpd2(), okpd2));
    }
}
