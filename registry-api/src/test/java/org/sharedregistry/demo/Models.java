package org.sharedregistry.demo;

import java.util.List;
import java.util.stream.IntStream;
import org.sharedregistry.demo.DocumentSource.Goods;

/** The models of some goods, as annexes list them. */
record Models(Goods goods, Words words) {

    static List<String> columns(Words words) {
        return List.of(words.get("name"), words.get("model"), words.get("code"), words.get("gtin"));
    }

    /** One row a model; not every model has a GTIN. */
    List<List<String>> rows() {
        return IntStream.range(0, goods.models().size())
                .mapToObj(i -> List.of(
                        name(),
                        goods.models().get(i),
                        String.join(", ", goods.hs()),
                        i < goods.gtins().size() ? goods.gtins().get(i) : "–"))
                .toList();
    }

    String line() {
        return name() + " (" + words.get("models") + ": " + String.join(", ", goods.models()) + ")";
    }

    private String name() {
        return goods.names().in(words.language());
    }
}
