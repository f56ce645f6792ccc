package org.sharedregistry.extraction;

import java.util.HashMap;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** What is told of a file besides its pages: what it says of itself, and what of it could not be read. */
final class Description {

    private static final int LONGEST = 500;

    private final Map<String, String> entries = new HashMap<>();

    Description put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            entries.put(name, ReadableText.of(value.substring(0, Math.min(value.length(), LONGEST))));
        }
        return this;
    }

    Description of(Metadata metadata) {
        return put("title", metadata.get(TikaCoreProperties.TITLE))
                .put("created", metadata.get(TikaCoreProperties.CREATED))
                .put("producer", metadata.get("pdf:producer"));
    }

    Description cut(boolean cut) {
        return cut ? put("truncated", "The file holds more than is read.") : this;
    }

    Description brokenOff(boolean brokenOff) {
        return brokenOff ? put("damaged", "The file is damaged; what could be read was kept.") : this;
    }

    Description of(Members members) {
        if (members.damaged() > 0) {
            put("damaged", "Of the files in it " + members.damaged() + " could not be unpacked.");
        }
        return put("truncated", members.leftOut());
    }

    Map<String, String> entries() {
        return entries;
    }
}
