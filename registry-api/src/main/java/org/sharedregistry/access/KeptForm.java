package org.sharedregistry.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person typed into a form whose session had ended when it was sent. It is shown again after signing in, and
 * sent only when the person says so: another site may have sent it.
 *
 * @param path where it was sent
 */
public record KeptForm(String path, Map<String, List<String>> fields) implements Serializable {

    private static final String ATTRIBUTE = KeptForm.class.getName();
    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password", "oldPassword");
    private static final int MOST_CHARACTERS = 200_000;

    static void keep(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                fields.put(name, new ArrayList<>(List.of(values)));
            }
        });
        int characters = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (!fields.isEmpty() && characters <= MOST_CHARACTERS) {
            request.getSession().setAttribute(ATTRIBUTE, new KeptForm(request.getRequestURI(), fields));
        }
    }

    /** The form kept in the session of this request, until another is kept or the person signs out. */
    public static Optional<KeptForm> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((KeptForm) session.getAttribute(ATTRIBUTE));
    }
}
