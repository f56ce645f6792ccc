package org.sharedregistry.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.IdentifierKind;

/**
 * Something a paper says.
 *
 * @param value in the form in which it is compared and shown: a number as it should be printed, a day as ISO 8601, a name
 *     with single spaces
 * @param kind what kind of number it is; null for what is no number
 * @param key equal for every spelling of it; see {@link org.sharedregistry.identifier.Reading#key}
 * @param page on which it stands
 * @param start offset of its first character in the page's text
 * @param end offset behind its last character; {@code start} for what a bar code says, which stands in no text
 * @param raw what stands there
 * @param boxes where that is on a page that is a picture, word by word, or where the bar code is; none on other pages
 */
public record Particular(
        Field field,
        String value,
        @Nullable IdentifierKind kind,
        String key,
        Certainty certainty,
        int page,
        int start,
        int end,
        String raw,
        List<Box> boxes) {

    public Particular {
        boxes = List.copyOf(boxes);
    }

    Particular as(Field other) {
        return new Particular(other, value, kind, key, certainty, page, start, end, raw, boxes);
    }

    Particular with(Certainty other) {
        return new Particular(field, value, kind, key, other, page, start, end, raw, boxes);
    }

    /** A stretch of a page; the sides are shares of its width and height, 0 to 1, from left and top. */
    public record Box(float left, float top, float right, float bottom) {}
}
