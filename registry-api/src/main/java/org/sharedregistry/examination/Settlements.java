package org.sharedregistry.examination;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.Document;
import org.sharedregistry.examination.Comparison.Line;
import org.sharedregistry.examination.Mismatches.Finding;
import org.sharedregistry.paper.Field;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What persons make of the differences between papers and the registry. */
@Service
public class Settlements {

    private static final int LONGEST_REASON = 2_000;

    private final Examined examined;
    private final Mismatches mismatches;

    Settlements(Examined examined, Mismatches mismatches) {
        this.examined = examined;
        this.mismatches = mismatches;
    }

    /** Settles one mismatch, for the values that the caller has seen. */
    @Transactional
    public void settle(Caller caller, UUID id, UUID subject, Field field, Decision decision) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        Document document = examined.document(caller, id);
        Line line = mismatches.of(document).stream()
                .filter(each -> each.recorded().id().equals(subject))
                .flatMap(each -> each.mismatches().stream())
                .filter(each -> each.field() == field)
                .findFirst()
                .orElseThrow(() -> RegistryProblem.notFound("mismatch"));
        if (!line.printedValues().equals(decision.printed)
                || !line.recordedValues().equals(decision.recorded)) {
            throw new RegistryProblem(
                            ProblemType.PRECONDITION_FAILED,
                            "The values have changed since you saw them. Read the comparison again.")
                    .with("printed", line.printedValues())
                    .with("recorded", line.recordedValues());
        }
        mismatches.settle(caller, id, subject, line, decision.finding, decision.reason);
    }

    /**
     * What a person makes of a mismatch.
     *
     * @param printed the values as seen in the comparison, and {@code recorded} likewise
     */
    public record Decision(Finding finding, String reason, List<String> printed, List<String> recorded) {

        public Decision {
            if (finding == null) {
                throw RegistryProblem.field("/finding", "Say what it is: " + List.of(Finding.values()) + ".");
            }
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw RegistryProblem.field("/reason", "A reason has 1 to " + LONGEST_REASON + " characters.");
            }
            printed = printed == null ? List.of() : List.copyOf(printed);
            recorded = recorded == null ? List.of() : List.copyOf(recorded);
        }
    }
}
