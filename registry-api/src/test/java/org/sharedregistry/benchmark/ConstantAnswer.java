package org.sharedregistry.benchmark;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint that does nothing, to compare others with: the same server, filters and JSON, without the work. */
@RestController
class ConstantAnswer {

    @GetMapping("/api/v1/constant")
    Map<String, String> answer() {
        return Map.of("verdict", "CONSTANT");
    }
}
