package org.sharedregistry.judged;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good an answer is, each from 0 to 1.
 *
 * @param ndcg the gain of the first ten, {@code 2^grade - 1} each, discounted by the binary logarithm of the rank, as a
 *     share of the best that is possible
 * @param reciprocalRank 1 divided by the rank of the first that is good; 0 when none is
 */
record Figures(double ndcg, double reciprocalRank) {

    /** The least grade of a good answer. */
    static final int GOOD = 2;

    private static final int LOOKED_AT = 10;

    /** @param found best first */
    static Figures of(List<String> found, Map<String, Integer> grades) {
        List<Integer> gained =
                found.stream().map(each -> grades.getOrDefault(each, 0)).toList();
        List<Integer> ideal =
                grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        return new Figures(discounted(gained) / discounted(ideal), reciprocalRank(gained));
    }

    static Figures mean(Collection<Figures> all) {
        return new Figures(mean(all, Figures::ndcg), mean(all, Figures::reciprocalRank));
    }

    private static double mean(Collection<Figures> all, ToDoubleFunction<Figures> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, grades.size()); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    private static double reciprocalRank(List<Integer> grades) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i) >= GOOD) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
