package org.sharedregistry.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Secrets;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Component;

/**
 * Where a list goes on. The text is bound to the query it came from by a keyed hash, so that it can be neither forged
 * nor taken to another query.
 */
@Component
class Cursor {

    private static final int TAG_BYTES = 16;

    private final SecretKeySpec key;

    Cursor(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.get("cursor"), "HmacSHA256");
    }

    String write(String position, Object query) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = Arrays.copyOf(tag(position, query), TAG_BYTES + text.length);
        System.arraycopy(text, 0, cursor, TAG_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The position in a cursor, or null when there is no cursor. */
    @Nullable
    String read(@Nullable String cursor, Object query) {
        if (cursor == null) {
            return null;
        }
        byte[] bytes = decode(cursor);
        if (bytes.length > TAG_BYTES) {
            String position = new String(bytes, TAG_BYTES, bytes.length - TAG_BYTES, StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(tag(position, query), Arrays.copyOf(bytes, TAG_BYTES))) {
                return position;
            }
        }
        throw notOurs();
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    private static RegistryProblem notOurs() {
        return RegistryProblem.parameter(
                "cursor", "This cursor is not from this query. Begin without one, and take \"next\" from the answer.");
    }

    private byte[] tag(String position, Object query) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(query.toString().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(position.getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
