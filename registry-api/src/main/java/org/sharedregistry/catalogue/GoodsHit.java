package org.sharedregistry.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.review.Dossier;

/**
 * Goods that were found.
 *
 * @param verdicts by state, whether goods of the entry are recognised at its border on the day in question
 */
public record GoodsHit(
        String registryNumber,
        Map<String, String> names,
        Map<String, String> manufacturer,
        String state,
        Set<String> models,
        Set<String> hs,
        Set<String> okpd2,
        Map<String, Verdict> verdicts) {

    /** The name of the goods in a language, or else in any there is. */
    public String name(String language) {
        return any(names, language);
    }

    /** The name of the manufacturer, likewise. */
    public String maker(String language) {
        return any(manufacturer, language);
    }

    private static String any(Map<String, String> names, String language) {
        return Stream.of(language, "ru", "be", "en")
                .flatMap(each -> Stream.ofNullable(names.get(each)))
                .findFirst()
                .orElse("");
    }

    static GoodsHit of(Dossier dossier, LocalDate day) {
        return new GoodsHit(
                dossier.entry().address(),
                dossier.description().names(),
                dossier.manufacturer().names(),
                dossier.entry().state(),
                dossier.description().models(),
                dossier.description().hs(),
                dossier.description().okpd2(),
                verdicts(dossier, day));
    }

    private static Map<String, Verdict> verdicts(Dossier dossier, LocalDate day) {
        Facts facts = dossier.facts();
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (RegimeFact.Party party : dossier.newestRegime().parties()) {
            verdicts.put(
                    party.state(),
                    Recognition.on(day, facts, Question.atTheBorderOf(party.state()))
                            .verdict());
        }
        return verdicts;
    }
}
