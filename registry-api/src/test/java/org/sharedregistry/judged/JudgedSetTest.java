package org.sharedregistry.judged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedregistry.judged.Judgement.Subject;

class JudgedSetTest {

    static Stream<List<Judgement>> sets() {
        return Stream.of(JudgedSet.demo(), JudgedSet.corpus());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void holdsOutEveryThirdQueryInOrderOfWriting(List<Judgement> set) {
        for (int i = 0; i < set.size(); i++) {
            assertThat(set.get(i).heldOut()).as(set.get(i).ask()).isEqualTo(i % 3 == 2);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void asksNothingTwice(List<Judgement> set) {
        Set<String> asked = new HashSet<>();
        assertThat(set)
                .allSatisfy(each -> assertThat(asked.add(each.of() + each.ask()))
                        .as(each.ask())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void namesOnlyGoodsOfTheDemo(List<Judgement> set) {
        Set<String> goods = Set.copyOf(DemoGoods.read().keys());
        assertThat(set.stream().filter(each -> each.of() == Subject.GOODS))
                .allSatisfy(each -> assertThat(goods).containsAll(each.grades().keySet()));
    }
}
