package org.sharedregistry.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Appeals;
import org.sharedregistry.decision.Appeals.Appeal;
import org.sharedregistry.decision.Findings;
import org.sharedregistry.decision.Findings.Finding;
import org.sharedregistry.decision.Inquiries;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.decision.Proposals;
import org.springframework.stereotype.Component;

/** What is under way about an entry, for those who take part in it. */
@Component
public class Proceedings {

    private final Proposals proposals;
    private final Inquiries inquiries;
    private final Appeals appeals;
    private final Findings findings;

    Proceedings(Proposals proposals, Inquiries inquiries, Appeals appeals, Findings findings) {
        this.proposals = proposals;
        this.inquiries = inquiries;
        this.appeals = appeals;
        this.findings = findings;
    }

    /** All of it for the parties' authorities, the questions and appeals for the manufacturer; null for others. */
    public @Nullable View of(Caller caller, Dossier dossier) {
        UUID entry = dossier.entry().id();
        boolean authority = caller.role() == Role.AUTHORITY
                && dossier.newestRegime().party(caller.requiredState()).isPresent();
        if (authority) {
            return new View(
                    proposals.onGoods(entry),
                    inquiries.onGoods(entry),
                    appeals.onGoods(entry),
                    findings.onGoods(entry));
        }
        return caller.actsFor(dossier.entry().manufacturer())
                ? new View(List.of(), inquiries.onGoods(entry), appeals.onGoods(entry), List.of())
                : null;
    }

    /** Proposals, questions, appeals and findings, each in the order they were made. */
    public record View(
            List<ProposalView> proposals, List<Inquiry> inquiries, List<Appeal> appeals, List<Finding> findings) {}
}
