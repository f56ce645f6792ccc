package org.sharedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    @Test
    void namesEverySubjectThatHasSettingsLestTheyStopTheStart() {
        List<String> subjects = Stream.of(RegistrySettings.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(KnownSettings.ofTheRegistry())
                .contains("registry.s3.accessKey")
                .allSatisfy(name -> assertThat(subjects).contains(name.split("\\.", -1)[1]));
    }
}
