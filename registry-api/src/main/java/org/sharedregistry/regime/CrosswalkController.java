package org.sharedregistry.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Crosswalk.Row;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes of other classifiers for a code of one. */
@RestController
@RequestMapping("/api/v1/crosswalk")
class CrosswalkController {

    private final Crosswalk crosswalk;
    private final Clock clock;

    CrosswalkController(Crosswalk crosswalk, Clock clock) {
        this.crosswalk = crosswalk;
        this.clock = clock;
    }

    /** A hint for whoever fills in a form; no verdict rests on it. Exactly one code is given. */
    @GetMapping
    Hints hints(
            @RequestParam(required = false) @Nullable String okpd2,
            @RequestParam(required = false) @Nullable String okrb,
            @RequestParam(required = false) @Nullable String hs,
            @RequestParam(required = false) @Nullable LocalDate on) {
        if (Stream.of(okpd2, okrb, hs).filter(code -> code != null).count() != 1) {
            throw RegistryProblem.parameter("okpd2", "Give one code: okpd2, okrb or hs.");
        }
        Function<Row, String> classifier = okpd2 != null ? Row::okpd2 : okrb != null ? Row::okrb : Row::hs;
        String code = Stream.of(okpd2, okrb, hs)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
        if (!code.matches("[0-9][0-9.]{1,12}")) {
            throw RegistryProblem.parameter("okpd2", "A code is digits, with dots in OKPD2 and OKRB 007.");
        }
        LocalDate day = Optional.ofNullable(on).orElseGet(() -> LocalDate.now(clock));
        return new Hints(crosswalk.of(classifier, code, day));
    }

    record Hints(List<Row> items) {}
}
