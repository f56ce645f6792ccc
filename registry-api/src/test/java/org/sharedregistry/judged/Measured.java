package org.sharedregistry.judged;

import java.util.List;

/** A judged query with the figures of its answer. */
record Measured(Judgement judgement, Figures figures) {

    static Figures mean(List<Measured> some) {
        return Figures.mean(some.stream().map(Measured::figures).toList());
    }
}
