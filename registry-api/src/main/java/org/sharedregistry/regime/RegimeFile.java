package org.sharedregistry.regime;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.RegimeFact;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A version of a regime as it is written down and published.
 *
 * @param text the file itself
 * @param place where the version stands among the others
 */
record RegimeFile(JsonNode text, RegimeFact fact, Place place) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(Set.class, RegimeFile::emptyWhenLeftOut)
            .withConfigOverride(List.class, RegimeFile::emptyWhenLeftOut)
            .withConfigOverride(Map.class, RegimeFile::emptyWhenLeftOut)
            .addModule(new SimpleModule().addDeserializer(Period.class, new InclusivePeriod()))
            .build();

    /** @param file of the form that {@link RegimeSchema} demands */
    static RegimeFile read(String file) {
        JsonNode text = JSON.readTree(file);
        return new RegimeFile(text, JSON.treeToValue(text, RegimeFact.class), JSON.treeToValue(text, Place.class));
    }

    private static void emptyWhenLeftOut(MutableConfigOverride override) {
        override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /**
     * @param follows the version whose place it takes; null for the first
     * @param validFrom the first day on which questions are judged by it
     * @param validTo the last such day; null while there is none
     */
    record Place(
            String regime,
            int version,
            @Nullable Integer follows,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Period valid() {
            return Period.inclusive(validFrom, validTo);
        }
    }

    /** In a file the last day of a period belongs to it; a period that is left out has all days. */
    private static final class InclusivePeriod extends ValueDeserializer<Period> {

        @Override
        public Period deserialize(JsonParser parser, DeserializationContext context) {
            Days days = context.readValue(parser, Days.class);
            return Period.inclusive(days.from, days.to);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Period.ALWAYS;
        }

        private record Days(LocalDate from, @Nullable LocalDate to) {}
    }
}
