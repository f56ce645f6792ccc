package org.sharedregistry.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;

/**
 * What surrounds every page. Public, as all that templates read.
 *
 * @param actingFor the manufacturer that the caller acts for under a mandate; null when it acts for its own
 * @param path of the page, by which its place in the menu is told
 * @param languages links to this page in each language
 */
public record Frame(String lang, Caller caller, @Nullable String actingFor, String path, List<Language> languages) {

    /** @param href the same page in that language */
    public record Language(String code, String name, String href) {}

    /** @param key of its name among the messages: {@code menu.<key>} */
    public record Place(String key, String href) {}

    /** The places a caller of this role goes to. */
    public List<Place> menu() {
        List<Place> places = new ArrayList<>(List.of(
                new Place("verify", "/"), new Place("search", "/search"), new Place("consignment", "/consignment")));
        if (caller.role() == Role.MANUFACTURER) {
            places.add(new Place("desk", "/desk"));
        }
        if (caller.role() == Role.AUTHORITY) {
            places.add(new Place("queue", "/queue"));
        }
        if (caller.role() == Role.BODY || caller.role() == Role.AUTHORITY) {
            places.add(new Place("attestations", "/attestations"));
        }
        if (caller.role() == Role.AUTHORITY || caller.role() == Role.OPERATOR) {
            places.add(new Place("enrolments", "/enrolments"));
        }
        return places;
    }

    public boolean isAt(Place place) {
        return place.href.equals("/") ? path.equals("/") : path.startsWith(place.href);
    }
}
