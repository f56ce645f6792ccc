package org.sharedregistry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sharedregistry.search.Ask.ask;
import static org.sharedregistry.search.SomeEntry.someEntry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.language.QueryTooLong;
import org.sharedregistry.language.RandomText;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.GroupedResult.Group;
import org.sharedregistry.search.SearchResult.Count;
import org.sharedregistry.search.SearchResult.Hit;

/** What every engine behind {@link SearchIndex} keeps. */
public abstract class SearchIndexContract {

    private static final String FIRST = "first";

    protected SearchIndex index;

    /** An index without any generation. */
    protected abstract SearchIndex emptyIndex() throws Exception;

    /** The same index, as a process finds it that starts after the one before it was closed. */
    protected abstract SearchIndex reopened() throws Exception;

    @BeforeEach
    void open() throws Exception {
        index = emptyIndex();
        index.beginGeneration(FIRST);
        index.activateGeneration(FIRST);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "насос, Насосы центробежные",
        "насосами, Насос погружной",
        "станок, Станки токарные",
        "станков, Токарный станок",
        "образцы, Образец испытан",
        "двигатель, Испытание двигателей",
        "ёлка, Елки искусственные",
        "СЕРТИФИКАТА, сертификаты",
        "сертыфікатаў, Сертыфікат адпаведнасці",
        "умова, ва ўмовах",
        "pump, Centrifugal pumps",
        "batteries, Battery",
        "Минск, г.Минск",
        "холодильник, Холодильник-витрина"
    })
    void findsAWordInAnotherForm(String asked, String written) {
        index.write(List.of(
                someEntry("1").saying(written).put(),
                someEntry("2").saying("прочее").put()));

        assertThat(found(ask(asked))).containsExactly("1");
    }

    @Test
    void findsAWordThatALineBreakDivides() {
        index.write(List.of(
                someEntry("1").saying("выдан сертифи-\nкат соответствия").put()));

        assertThat(found(ask("сертификаты"))).containsExactly("1");
    }

    @Test
    void wantsAllWordsWhereverTheyStand() {
        index.write(List.of(
                someEntry("1").titled("Насос").saying("для воды").put(),
                someEntry("2").titled("Насос").saying("для масла").put()));

        assertThat(found(ask("насосы вода"))).containsExactly("1");
        assertThat(found(ask("насосы молоко"))).isEmpty();
    }

    @Test
    void findsQuotedWordsOnlySideBySideAndAsWritten() {
        index.write(List.of(
                someEntry("1").saying("насос центробежный для воды").put(),
                someEntry("2").saying("центробежный насос").put(),
                someEntry("3").saying("насосы центробежные").put()));

        assertThat(found(ask("\"насос центробежный\""))).containsExactly("1");
        assertThat(found(ask("«Центробежный насос»"))).containsExactly("2");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        index.write(List.of(
                someEntry("1").saying("насос для воды").put(),
                someEntry("2").saying("насос для масла").put(),
                someEntry("3").saying("насос-дозатор").put()));

        assertThat(found(ask("насос -масло"))).containsExactlyInAnyOrder("1", "3");
        assertThat(found(ask("насос -\"для масла\""))).containsExactlyInAnyOrder("1", "3");
        assertThat(found(ask("-насос-дозатор"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void findsByTheBeginningOfAWordOrCode() {
        index.write(List.of(
                someEntry("1").saying("холодильник").put(),
                someEntry("2").saying("RU С-BY.НА81.В.00123/24").put()));

        assertThat(found(ask("холод*"))).containsExactly("1");
        assertThat(found(ask("C-BY.HA81*"))).containsExactly("2");
        assertThat(found(ask("001*"))).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RU C-BY.HA81.B.00123/24",
                "ЕАЭС RU С-BY.НА81.В.00123/24",
                "ЕАЭС RU С-ВУ.НА81.В.00123/24",
                "ru c-by.ha81.b.00123/24",
                "C-BY.HA81.B.00123/24",
                "С BY НА81 В 00123 24",
                "CBYHA81B0012324",
                "НА81",
                "00123/24",
                "сертификат RU C-BY.HA81.B.00123/24"
            })
    void findsACodeInAnySpelling(String spelling) {
        index.write(List.of(
                someEntry("1")
                        .saying("Сертификат ЕАЭС RU С-BY.НА81.В.00123/24 выдан")
                        .put(),
                someEntry("2")
                        .saying("Сертификат ЕАЭС RU С-BY.НА82.В.00124/25 выдан")
                        .put()));

        assertThat(found(ask(spelling))).containsExactly("1");
    }

    @Test
    void putsAnExactCodeBeforeMereWords() {
        index.write(List.of(
                someEntry("1")
                        .titled("ГОСТ 15150 69")
                        .saying("15150 69 15150 69")
                        .put(),
                someEntry("2")
                        .saying("исполнение по 15150-69 и много прочих слов о другом")
                        .put()));

        assertThat(found(ask("15150-69"))).containsExactly("2", "1");
    }

    @Test
    void putsAnExactCodeFirstWhoeverMaySeeIt() {
        index.write(List.of(
                someEntry("1").titled("15150 69").saying("15150 69 15150 69").put(),
                someEntry("2").saying("по 15150-69").onlyFor("BY").put(),
                someEntry("3").titled("15150 69").onlyFor("BY").put(),
                someEntry("4").saying("много слов и среди них 15150-69").put()));

        assertThat(found(ask("15150-69").as("BY"))).startsWith("2", "4").hasSize(4);
        assertThat(found(ask("15150-69"))).containsExactly("4", "1");
    }

    @Test
    void ranksATitleBeforeTheText() {
        index.write(List.of(
                someEntry("1").titled("Кран").saying("насос").put(),
                someEntry("2").titled("Насос").saying("кран").put()));

        assertThat(found(ask("насос"))).containsExactly("2", "1");
    }

    @Test
    void filtersByKindAndKeywords() {
        index.write(List.of(
                someEntry("1").with("state", "BY").with("hs", "84", "8418").put(),
                someEntry("2").with("state", "RU").with("hs", "84", "8413").put(),
                someEntry("3").ofKind("page").with("state", "RU").put()));

        assertThat(found(ask("").with("state", "BY", "KZ"))).containsExactly("1");
        assertThat(found(ask("").with("hs", "84"))).containsExactly("1", "2");
        assertThat(found(ask("").with("hs", "84").with("state", "RU"))).containsExactly("2");
        assertThat(found(ask("").with("state"))).isEmpty();
        assertThat(found(ask("").with("color", "red"))).isEmpty();
        assertThat(found(ask("").ofKind("page"))).containsExactly("3");
    }

    @Test
    void findsWhatHoldsOnADayWithoutAWriteWhenItPasses() {
        index.write(List.of(
                someEntry("1")
                        .during("status", "VALID", "2024-01-01", "2024-12-31")
                        .during("status", "VALID", "2026-01-01", "")
                        .put(),
                someEntry("2").put()));

        assertThat(found(ask("").on("2023-12-31", "status", "VALID"))).isEmpty();
        assertThat(found(ask("").on("2024-01-01", "status", "VALID"))).containsExactly("1");
        assertThat(found(ask("").on("2024-12-31", "status", "VALID"))).containsExactly("1");
        assertThat(found(ask("").on("2025-01-01", "status", "VALID"))).isEmpty();
        assertThat(found(ask("").on("2099-01-01", "status", "VALID"))).containsExactly("1");
    }

    @Test
    void neverShowsWhatTheAudienceMayNotSee() {
        index.write(List.of(
                someEntry("1").titled("Насос открытый").put(),
                someEntry("2")
                        .titled("Насос секретный 77-99")
                        .onlyFor("BY", "owner")
                        .put()));

        assertThat(index.search(ask("насос").query()).total()).isEqualTo(1);
        assertThat(found(ask("секретный"))).isEmpty();
        assertThat(found(ask("77-99"))).isEmpty();
        assertThat(found(ask("секретный").as("KZ"))).isEmpty();
        assertThat(index.search(ask("насос").as("KZ").query()).total()).isEqualTo(1);
        assertThat(found(ask("секретный").as("KZ", "BY"))).containsExactly("2");
        assertThat(found(ask("насос").as("BY"))).containsExactlyInAnyOrder("1", "2");
        assertThat(index.suggest("goods", "секр", 10)).isEmpty();
        assertThat(index.suggest("goods", "77-9", 10)).isEmpty();
    }

    @Test
    void neverCountsWhatTheAudienceMayNotSee() {
        index.write(List.of(
                someEntry("1")
                        .with("state", "BY")
                        .during("status", "VALID", "2024-01-01", "")
                        .sorted("name", "а")
                        .put(),
                someEntry("2")
                        .with("state", "BY")
                        .during("status", "VALID", "2024-01-01", "")
                        .sorted("name", "б")
                        .onlyFor("RU")
                        .put(),
                someEntry("3").with("state", "KZ").onlyFor("RU").put()));

        for (Ask asked : List.of(ask(""), ask("").as("KZ", "B*", ""))) {
            assertThat(total(asked.atMost(0))).isEqualTo(1);
            assertThat(total(asked.by("name"))).isEqualTo(1);
            assertThat(total(asked.with("state", "BY"))).isEqualTo(1);
            assertThat(total(asked.on("2024-06-01", "status", "VALID"))).isEqualTo(1);
            assertThat(total(asked.with("state", "KZ"))).isZero();
        }
        assertThat(total(ask("").as("RU"))).isEqualTo(3);
    }

    @Test
    void keepsTheRankingOfThePublicFreeOfTheHidden() {
        index.write(List.of(
                someEntry("1").saying("насос кран").put(),
                someEntry("2").saying("насос насос вентиль").put()));
        List<Hit> before = index.search(ask("насос").query()).hits();

        index.write(IntStream.range(0, 200)
                .mapToObj(i -> someEntry("hidden" + i)
                        .saying("насос вентиль ".repeat(i))
                        .onlyFor("BY")
                        .put())
                .toList());

        assertThat(index.search(ask("насос").query()).hits()).isEqualTo(before);
    }

    @Test
    void movesAnEntryBetweenAudiences() {
        index.write(List.of(someEntry("1").saying("насос").put(1)));
        index.write(List.of(someEntry("1").saying("насос").onlyFor("BY").put(2)));

        assertThat(found(ask("насос"))).isEmpty();
        assertThat(found(ask("насос").as("BY"))).containsExactly("1");

        index.write(List.of(someEntry("1").saying("насос").put(3)));

        assertThat(found(ask("насос"))).containsExactly("1");
        assertThat(found(ask("насос").as("BY"))).containsExactly("1");
    }

    @Test
    void ignoresAWriteOlderThanWhatItHolds() {
        index.write(List.of(someEntry("1").saying("новый").put(5)));
        index.write(List.of(someEntry("1").saying("старый").put(4), new IndexWrite.Remove("1", 3)));
        index.write(List.of(someEntry("1").saying("старый").onlyFor("BY").put(2)));

        assertThat(found(ask("новый").as("BY"))).containsExactly("1");
        assertThat(found(ask("старый").as("BY"))).isEmpty();
    }

    @Test
    void takesTheNewestOfABatchInAnyOrder() {
        index.write(List.of(
                someEntry("1").saying("второй").put(2),
                someEntry("1").saying("первый").put(1),
                new IndexWrite.Remove("2", 9),
                someEntry("2").saying("первый").put(8)));

        assertThat(found(ask(""))).containsExactly("1");
        assertThat(found(ask("второй"))).containsExactly("1");
    }

    @Test
    void takesTheSameBatchTwice() {
        List<IndexWrite> batch = List.of(someEntry("1").put(1), new IndexWrite.Remove("2", 1));
        index.write(batch);
        index.write(batch);

        assertThat(index.search(ask("").query()).total()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsRemovedAndRemembersThatItWas() {
        index.write(List.of(
                someEntry("1").saying("насос").put(1),
                someEntry("2").saying("насос").onlyFor("BY").put(1)));
        index.write(List.of(new IndexWrite.Remove("1", 5), new IndexWrite.Remove("2", 5)));
        index.write(List.of(someEntry("1").saying("насос").put(4)));

        assertThat(index.search(ask("").as("BY").query()).total()).isZero();

        index.write(List.of(someEntry("1").saying("насос").put(6)));

        assertThat(found(ask("насос"))).containsExactly("1");
    }

    @Test
    void remembersARemovalWhoeverMightSeeWhatComesLate() {
        index.write(List.of(new IndexWrite.Remove("1", 5), new IndexWrite.Remove("2", 5)));
        index.write(List.of(
                someEntry("1").saying("насос").put(4),
                someEntry("2").saying("насос").onlyFor("BY").put(4)));
        index.write(List.of(someEntry("1").saying("насос").onlyFor("BY").put(3)));

        assertThat(total(ask("").as("BY"))).isZero();
    }

    @Test
    void ordersByAFieldAndThenById() {
        index.write(List.of(
                someEntry("4").put(),
                someEntry("3").sorted("name", "б").put(),
                someEntry("2").sorted("name", "б").onlyFor("BY").put(),
                someEntry("1").sorted("name", "в").put(),
                someEntry("5").sorted("name", "а").put(),
                someEntry("0").onlyFor("BY").put()));

        assertThat(found(ask("").by("name").as("BY"))).containsExactly("5", "2", "3", "1", "0", "4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "name"})
    void breaksTiesByTheCodePointsOfTheId(String order) {
        // In UTF-16 the last two would stand the other way round.
        List<String> ids = List.of("a", "b", "я", "\uFFEE", "\uD83D\uDE00");
        for (int i = 0; i < ids.size(); i++) {
            SomeEntry entry = someEntry(ids.get(i)).sorted("name", "имя");
            index.write(List.of((i % 2 == 0 ? entry : entry.onlyFor("BY")).put()));
        }

        assertThat(found(asked("", order))).isEqualTo(ids);
    }

    @Test
    void ordersValuesByCodePoints() {
        index.write(List.of(
                someEntry("1").sorted("name", "\uD83D\uDE00").put(),
                someEntry("2").sorted("name", "\uFFEE").onlyFor("BY").put()));

        assertThat(found(asked("", "name"))).containsExactly("2", "1");
    }

    @Test
    void countsAndPagesBeyondTenThousand() {
        int all = 10_500;
        for (int i = 0; i < all; i += 1_500) {
            index.write(IntStream.range(i, i + 1_500)
                    .mapToObj(number -> someEntry("id" + number)
                            .sorted("name", "%06d".formatted(number))
                            .put())
                    .toList());
        }
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            SearchResult page =
                    index.search(ask("").by("name").atMost(1_000).after(after).query());
            assertThat(page.total()).isEqualTo(all);
            page.hits().forEach(hit -> paged.add(hit.id()));
            after = page.hits().isEmpty()
                    ? null
                    : page.hits().get(page.hits().size() - 1).position();
        } while (after != null);

        assertThat(paged)
                .isEqualTo(IntStream.range(0, all).mapToObj(i -> "id" + i).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "1\u0000-\u0000id", "1\u0000+much\u0000id", "2\u0000+1.0\u0000id"})
    void refusesAPositionItNeverGave(String position) {
        assertThatThrownBy(() -> index.search(ask("насос").after(position).query()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "name"})
    void reachesTheEndPageByPageWithEachEntryOnce(String order) {
        Random random = new Random(42);
        List<IndexWrite> writes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            SomeEntry entry = someEntry("id" + i).saying("насос ".repeat(1 + random.nextInt(4)) + "15150-" + i % 3);
            if (random.nextInt(3) > 0) {
                entry.sorted("name", "имя" + random.nextInt(20));
            }
            writes.add((random.nextBoolean() ? entry : entry.onlyFor("BY")).put());
        }
        index.write(writes);
        for (String text : List.of("насос", "15150-1", "")) {
            List<Hit> whole =
                    index.search(asked(text, order).atMost(1_000).query()).hits();
            List<Hit> paged = new ArrayList<>();
            String after = null;
            do {
                SearchResult page =
                        index.search(asked(text, order).atMost(7).after(after).query());
                assertThat(page.total()).isEqualTo(whole.size());
                paged.addAll(page.hits());
                after = page.hits().isEmpty()
                        ? null
                        : page.hits().get(page.hits().size() - 1).position();
            } while (after != null);
            assertThat(paged).as(text).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    @Test
    void countsWithoutShowing() {
        index.write(List.of(someEntry("1").put(), someEntry("2").put()));

        SearchResult result = index.search(ask("").atMost(0).query());

        assertThat(result.hits()).isEmpty();
        assertThat(result.total()).isEqualTo(2);
    }

    @Test
    void givesTheGroupOfAHit() {
        index.write(List.of(someEntry("1").put()));

        assertThat(index.search(ask("").query()).hits()).extracting(Hit::group).containsExactly("group of 1");
    }

    @Test
    void suggestsDistinctTitlesOfAKind() {
        index.write(List.of(
                someEntry("1").titled("Халадзільнік\nХолодильник бытовой").put(),
                someEntry("2").titled("Холодильник бытовой").put(),
                someEntry("3").titled("Морозильник").saying("холодильник").put(),
                someEntry("4").ofKind("page").titled("Холодильник.pdf").put(),
                someEntry("5")
                        .titled("Шкаф ШХ-0,5")
                        .saying("us-BY-2026-000001-7")
                        .put()));

        assertThat(index.suggest("goods", "холод", 5)).containsExactly("Холодильник бытовой");
        assertThat(index.suggest("goods", "Холодильник быт", 5)).containsExactly("Холодильник бытовой");
        assertThat(index.suggest("goods", "us-BY-2026-0000", 5)).containsExactly("Шкаф ШХ-0,5");
        assertThat(index.suggest("goods", "ЫЫ", 5)).isEmpty();
        assertThat(index.suggest("goods", " ", 5)).isEmpty();
        assertThat(index.suggest("goods", "-", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ghbdjl, Привод клиновой",
        "[jkjlbkmybr, Холодильник",
        "'''ktrnhjldbufntkm', Электродвигатель",
        "згьз, pump",
        "nasosy, Насос центробежный",
        "shchit raspredelitelnyy, Щиты распределительные",
        "атлант, ATLANT",
        "холадильник, Холодильник",
        "холодилнк, Холодильник",
        "хололильникми, Холодильник",
        "холодил, Холодильник",
        "refridgerator, Refrigerators",
        "халадзілнік, Халадзільнікі",
        "IP6, защита IP65",
        "насос синий, Насос центробежный"
    })
    void findsWhatWasMeantWhereNothingHasWhatWasTyped(String typed, String written) {
        index.write(List.of(
                someEntry("1").titled(written).put(),
                someEntry("2").titled("прочее").saying("ничего").put()));

        SearchResult result = index.search(ask(typed).query());

        assertThat(result.hits()).extracting(Hit::id).containsExactly("1");
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.widening()).isNotEqualTo(Widening.NONE);
        assertThat(groups(ask(typed), 0, 3).groups()).extracting(Group::name).containsExactly("group of 1");
    }

    @Test
    void guessesNothingWhereSomethingHasWhatWasTyped() {
        index.write(List.of(
                someEntry("1").titled("Насос").put(),
                someEntry("2").titled("Нанос").put(),
                someEntry("3").titled("Насосная").put()));

        SearchResult result = index.search(ask("насос").query());

        assertThat(result.hits()).extracting(Hit::id).containsExactly("1");
        assertThat(result.widening()).isEqualTo(Widening.NONE);
    }

    @Test
    void wantsWhatIsLikeAllWordsBeforeItTakesSomeOfThem() {
        index.write(List.of(
                someEntry("1").titled("Холодильник синий").put(),
                someEntry("2").titled("Холодильник").put()));

        assertThat(index.search(ask("холадильник синий").query()).hits())
                .extracting(Hit::id)
                .containsExactly("1");
    }

    @Test
    void goesOnAsWidenedAsItBegan() {
        index.write(List.of(
                someEntry("1").titled("Холодильник").put(),
                someEntry("2").titled("Холодильник").put()));
        Hit first = index.search(ask("холадильник").by("name").atMost(1).query())
                .hits()
                .get(0);
        index.write(List.of(someEntry("0").titled("Холадильник").put()));

        assertThat(index.search(ask("холадильник")
                                .by("name")
                                .after(first.position())
                                .query())
                        .hits())
                .extracting(Hit::id)
                .containsExactly("2");
    }

    @Test
    void neverGuessesWhatIsQuotedOrExcluded() {
        index.write(List.of(
                someEntry("1").titled("Холодильник").put(),
                someEntry("2").titled("Насос").put()));

        assertThat(total(ask("\"холадильник\""))).isZero();
        assertThat(total(ask("насос -насосы -холадильник"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "220 В, Питание 220В",
        "220В, Питание 220 В",
        "'1,5 кВт', мощность 1.5 кВт",
        "5кг, масса 5 кг",
        "10 kW, Motor 10kW"
    })
    void findsANumberWithItsUnitApartOrTogether(String typed, String written) {
        index.write(List.of(
                someEntry("1").saying(written).put(),
                someEntry("2").saying("прочее").put()));

        assertThat(found(ask(typed))).containsExactly("1");
    }

    @Test
    void countsTheValuesOfFields() {
        index.write(List.of(
                someEntry("1")
                        .titled("Насос")
                        .with("state", "BY")
                        .with("sector", "b", "a")
                        .put(),
                someEntry("2")
                        .titled("Насос")
                        .with("state", "RU")
                        .with("sector", "a")
                        .put(),
                someEntry("3").titled("Насос").with("state", "BY").put(),
                someEntry("4")
                        .titled("Кран")
                        .with("state", "BY")
                        .with("sector", "c")
                        .put(),
                someEntry("5")
                        .ofKind("page")
                        .titled("Насос")
                        .with("state", "BY")
                        .put()));

        Map<String, List<Count>> facets = index.search(ask("насос")
                        .counting("state")
                        .counting("sector")
                        .counting("colour")
                        .query())
                .facets();

        assertThat(facets.get("state")).containsExactly(count("BY", 2), count("RU", 1));
        assertThat(facets.get("sector")).containsExactly(count("a", 2), count("b", 1));
        assertThat(facets.get("colour")).isEmpty();
    }

    @Test
    void countsWhatElseCouldBeChosen() {
        index.write(List.of(
                someEntry("1").with("state", "BY").with("sector", "a").put(),
                someEntry("2").with("state", "RU").with("sector", "a").put(),
                someEntry("3").with("state", "RU").with("sector", "b").put()));

        SearchResult result = index.search(
                ask("").with("state", "BY").counting("state").counting("sector").query());

        assertThat(result.hits()).extracting(Hit::id).containsExactly("1");
        assertThat(result.facets().get("state")).containsExactly(count("RU", 2), count("BY", 1));
        assertThat(result.facets().get("sector")).containsExactly(count("a", 1));
    }

    @Test
    void countsWhatHoldsOnADay() {
        index.write(List.of(
                someEntry("1")
                        .during("status", "VALID", "2024-01-01", "2024-12-31")
                        .during("status", "EXPIRED", "2025-01-01", "")
                        .put(),
                someEntry("2").during("status", "VALID", "2024-06-01", "").put()));

        assertThat(statuses("2024-03-01")).containsExactly(count("VALID", 1));
        assertThat(statuses("2024-12-31")).containsExactly(count("VALID", 2));
        assertThat(statuses("2025-01-01")).containsExactly(count("EXPIRED", 1), count("VALID", 1));
        assertThat(found(ask("").on("2025-01-01", "status", "VALID", "EXPIRED")))
                .containsExactly("1", "2");
    }

    private @Nullable List<Count> statuses(String day) {
        return index.search(ask("").on(day, "status", "EXPIRED", "VALID")
                        .counting(day, "status", "VALID", "EXPIRED", "SUSPENDED")
                        .query())
                .facets()
                .get("status");
    }

    @Test
    void countsForAnAudienceOnlyWhatItMaySee() {
        index.write(List.of(
                someEntry("1").saying("насос").with("state", "BY").put(),
                someEntry("2").saying("насос").with("state", "RU").onlyFor("A").put(),
                someEntry("3").saying("насос").with("state", "KZ").onlyFor("B").put()));

        assertThat(index.search(ask("насос").counting("state").query()).facets().get("state"))
                .containsExactly(count("BY", 1));
        assertThat(index.search(ask("насос").as("A").counting("state").query())
                        .facets()
                        .get("state"))
                .containsExactly(count("BY", 1), count("RU", 1));
        assertThat(groups(ask("насос").as("B").counting("state"), 0, 3).facets().get("state"))
                .containsExactly(count("BY", 1), count("KZ", 1));
    }

    @Test
    void neverGuessesFromWhatTheAudienceMayNotSee() {
        index.write(List.of(someEntry("1").titled("Холодильник").onlyFor("A").put()));

        SearchResult result = index.search(ask("холадильник").query());

        assertThat(result.total()).isZero();
        assertThat(result.widening()).isEqualTo(Widening.NONE);
        assertThat(groups(ask("холодильник"), 0, 3).groups()).isEmpty();
        assertThat(groups(ask("холодильник").as("A"), 0, 3).groups()).hasSize(1);
    }

    @Test
    void gathersByGroupInTheOrderOfTheBest() {
        index.write(List.of(
                someEntry("1")
                        .grouped("a")
                        .saying("насос и многое другое на этой странице")
                        .put(),
                someEntry("2").grouped("b").titled("Насос").put(),
                someEntry("3").grouped("a").saying("насос насос").put(),
                someEntry("4").grouped("a").saying("насос насос насос").put(),
                someEntry("5").grouped("a").saying("другое").put(),
                someEntry("6")
                        .grouped("c")
                        .saying("насос и многое другое на этой странице тоже")
                        .put()));

        GroupedResult result = groups(ask("насос"), 0, 2);

        assertThat(result.groups())
                .containsExactly(
                        new Group("b", List.of("2"), 1),
                        new Group("a", List.of("4", "3"), 3),
                        new Group("c", List.of("6"), 1));
        assertThat(result.total()).isEqualTo(5);
        assertThat(groups(ask("насос").atMost(1), 1, 2).groups()).containsExactly(new Group("a", List.of("4", "3"), 3));
        assertThat(groups(ask("насос"), 3, 2).groups()).isEmpty();
    }

    @Test
    void gathersAnExactCodeBeforeMereWords() {
        index.write(List.of(
                someEntry("1").grouped("a").titled("C-BY 24").put(),
                someEntry("2")
                        .grouped("b")
                        .saying("№ ЕАЭС RU С-BY.НА81.В.00123/24 в конце")
                        .put(),
                someEntry("3")
                        .grouped("b")
                        .titled("C BY НА81 В 00123 24 ЕАЭС RU")
                        .put(),
                someEntry("4")
                        .grouped("b")
                        .saying("ЕАЭС RU С-BY.НА81.В.00123/24")
                        .onlyFor("A")
                        .put()));

        assertThat(groups(ask("RU C-BY.HA81.B.00123/24"), 0, 3).groups())
                .containsExactly(new Group("b", List.of("2"), 1));
        assertThat(groups(ask("RU C-BY.HA81.B.00123/24").as("A"), 0, 1).groups())
                .extracting(Group::count)
                .containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"***???", "-", "- -", "\"\"", "\"", "*", "()[]{}^~:\\/", "-\"\"", "😀", "\u0000\u0007", "«»"})
    void findsNothingByAQueryWithoutLettersOrDigits(String text) {
        index.write(List.of(someEntry("1").saying("насос").put()));

        assertThat(index.search(ask(text).query()).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"насос\"", "\"насос", "насос ***", "+насос", "насос && (", "насос AND", "title:насос~2^3"})
    void takesOperatorsOfOtherEnginesForWhatTheyAre(String text) {
        index.write(List.of(someEntry("1").saying("насос and title 2 3").put()));

        assertThat(catchThrowable(() -> index.search(ask(text).query()))).isNull();
    }

    @Test
    void findsEverythingByABlankQuery() {
        index.write(List.of(someEntry("1").put(), someEntry("2").put()));

        assertThat(found(ask(" \t\n"))).containsExactly("1", "2");
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        assertThatThrownBy(() -> index.search(ask("н".repeat(10_000)).query())).isInstanceOf(QueryTooLong.class);
        assertThatThrownBy(() -> index.search(ask("а ".repeat(65)).query())).isInstanceOf(QueryTooLong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"а%d*", "%dа-%dб", "%d-%d*", "\"слово%d\"", "слово", "-слово%d", "ю*"})
    void answersTheWorstThatMayBeAsked(String piece) {
        index.write(List.of(someEntry("1")
                .titled(RandomText.next(new Random(3), 500))
                .saying("а1 слово1 юла")
                .put()));
        String text = IntStream.range(0, 20)
                .mapToObj(i -> piece.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining(" "));

        assertThat(index.search(ask(text).as("BY").query()).total()).isLessThanOrEqualTo(1);
        assertThat(index.suggest("goods", text, 10)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void takesAnyTextIntoTheIndex() {
        Random random = new Random(7);
        List<IndexWrite> writes = IntStream.range(0, 20)
                .mapToObj(i -> someEntry("id" + i)
                        .titled(RandomText.next(random, 50))
                        .saying(RandomText.next(random, 500) + "я".repeat(40_000))
                        .with("owner", "х".repeat(40_000))
                        .sorted("name", RandomText.next(random, 4_000))
                        .put())
                .toList();

        index.write(writes);

        assertThat(index.search(ask("").query()).total()).isEqualTo(20);
        assertThat(found(ask("").with("owner", "х".repeat(40_000)))).hasSize(20);
    }

    @Test
    void fillsAGenerationBesideTheActiveOneAndSwitchesWithoutAGap() throws Exception {
        index.write(List.of(someEntry("1").saying("насос").put()));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            while (!stop.get()) {
                try {
                    assertThat(found(ask("насос"))).containsExactly("1");
                } catch (Throwable e) {
                    failure.set(e);
                    return;
                }
            }
        });
        reader.start();
        for (int i = 0; i < 5; i++) {
            String generation = "next" + i;
            index.beginGeneration(generation);
            index.write(List.of(someEntry("1").saying("насос").put()));
            index.activateGeneration(generation);
            assertThat(index.activeGeneration()).contains(generation);
        }
        stop.set(true);
        reader.join();

        assertThat(failure.get()).isNull();
    }

    @Test
    void writesToTheActiveGenerationAndTheOneBeingFilled() {
        index.write(List.of(
                someEntry("1").saying("старый").put(1),
                someEntry("2").put(1),
                someEntry("3").put(1)));
        index.beginGeneration("second");
        index.write(List.of(
                someEntry("1").saying("новый").put(3),
                new IndexWrite.Remove("2", 3),
                someEntry("3").onlyFor("BY").put(3)));
        index.write(List.of(
                someEntry("1").saying("старый").put(2),
                someEntry("2").put(2),
                someEntry("3").put(2)));

        for (int generation = 0; generation < 2; generation++) {
            assertThat(found(ask(""))).containsExactly("1");
            assertThat(found(ask("новый"))).containsExactly("1");
            assertThat(found(ask("").as("BY"))).containsExactly("1", "3");
            if (generation == 0) {
                index.activateGeneration("second");
            }
        }
    }

    @Test
    void takesAnyNameOfAGeneration() {
        for (String name : List.of("next", "Next", "a_B-_1", "_", "-", "A".repeat(100))) {
            index.beginGeneration(name);
            assertThat(index.activeGeneration()).isPresent().get().isNotEqualTo(name);
            index.write(List.of(someEntry(name).put()));
            index.activateGeneration(name);

            assertThat(index.activeGeneration()).contains(name);
            assertThat(found(ask(""))).containsExactly(name);
        }
        for (String name : List.of("", "a/b", "../a", "a.b", "ж", "a".repeat(101))) {
            assertThatThrownBy(() -> index.beginGeneration(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void leavesBehindWhatWasNotWrittenToTheNewGeneration() {
        index.write(List.of(someEntry("1").saying("насос").put(9)));
        index.beginGeneration("second");
        index.write(List.of(someEntry("2").saying("насос").put(1)));

        assertThat(found(ask("насос"))).containsExactlyInAnyOrder("1", "2");

        index.activateGeneration("second");

        assertThat(found(ask("насос"))).containsExactly("2");
    }

    @Test
    void dropsAGenerationThatWasNeverActivated() {
        index.beginGeneration("second");
        index.write(List.of(someEntry("1").saying("насос").put()));
        index.beginGeneration("third");

        assertThatThrownBy(() -> index.activateGeneration("second")).isInstanceOf(IllegalStateException.class);
        index.activateGeneration("third");

        assertThat(found(ask(""))).isEmpty();
    }

    @Test
    void isUnavailableUntilAGenerationIsActive() throws Exception {
        index.close();
        index = emptyIndex();

        assertThat(index.activeGeneration()).isEmpty();
        assertThatThrownBy(() -> index.search(ask("").query())).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> index.suggest("goods", "а", 1)).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> index.write(List.of(someEntry("1").put()))).isInstanceOf(SearchUnavailable.class);

        index.beginGeneration("only");
        index.write(List.of(someEntry("1").put()));
        index.activateGeneration("only");

        assertThat(found(ask(""))).containsExactly("1");
    }

    @Test
    void closesTwice() {
        index.close();
        index.close();

        assertThatThrownBy(() -> index.search(ask("").query())).isInstanceOf(SearchUnavailable.class);
    }

    @Test
    void keepsAGenerationThatWasBegunForTheNextProcess() throws Exception {
        assertThat(index.begunGeneration()).isEmpty();
        index.write(List.of(someEntry("1").put()));
        index.beginGeneration("Second_2");
        index.fill(List.of(someEntry("2").put(), someEntry("3").onlyFor("BY").put()));
        index.close();
        index = reopened();

        assertThat(index.activeGeneration()).contains(FIRST);
        assertThat(index.begunGeneration()).contains("Second_2");
        assertThat(found(ask(""))).containsExactly("1");

        index.fill(List.of(someEntry("4").put()));
        index.activateGeneration("Second_2");

        assertThat(index.begunGeneration()).isEmpty();
        assertThat(found(ask("").as("BY"))).containsExactly("2", "3", "4");

        index.close();
        index = reopened();

        assertThat(index.activeGeneration()).contains("Second_2");
        assertThat(index.begunGeneration()).isEmpty();
        assertThat(found(ask("").as("BY"))).containsExactly("2", "3", "4");
    }

    @Test
    void fillsOnlyTheGenerationThatWasBegun() {
        assertThatThrownBy(() -> index.fill(List.of(someEntry("1").put()))).isInstanceOf(SearchUnavailable.class);
        index.write(List.of(someEntry("1").put(2)));
        index.beginGeneration("second");
        index.fill(List.of(someEntry("1").saying("насос").put(3), someEntry("2").put(3)));
        index.write(List.of(new IndexWrite.Remove("2", 2)));

        assertThat(found(ask(""))).containsExactly("1");
        assertThat(found(ask("насос"))).isEmpty();

        index.activateGeneration("second");

        assertThat(found(ask(""))).containsExactly("1", "2");
        assertThat(found(ask("насос"))).containsExactly("1");
    }

    @Test
    void countsWhatIsThereWhateverHappenedToItBefore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Set<String> there = new HashSet<>();
        index.beginGeneration("second");
        for (int version = 1; version <= 40; version++) {
            List<IndexWrite> batch = new ArrayList<>();
            for (String id : random.ints(5, 0, 20).mapToObj(i -> "page:" + i).collect(Collectors.toSet())) {
                switch (random.nextInt(3)) {
                    case 0 -> batch.add(someEntry(id).put(version));
                    case 1 -> batch.add(someEntry(id).onlyFor("BY").put(version));
                    default -> batch.add(new IndexWrite.Remove(id, version));
                }
            }
            index.write(batch);
            batch.forEach(write -> {
                if (write instanceof IndexWrite.Put) {
                    there.add(write.id());
                } else {
                    there.remove(write.id());
                }
            });
            assertThat(index.inventory(FIRST)).as("seed %d", seed).isEqualTo(inventory(there));
            assertThat(index.inventory("second")).as("seed %d", seed).isEqualTo(inventory(there));
        }
        assertThatThrownBy(() -> index.inventory("third")).isInstanceOf(SearchUnavailable.class);
    }

    @Test
    void countsExactlyHoweverManyThereAre() {
        List<String> ids = IntStream.range(0, 3_000).mapToObj(i -> "page:" + i).toList();
        index.write(ids.stream().map(id -> someEntry(id).put()).toList());

        assertThat(index.inventory(FIRST)).isEqualTo(inventory(ids));
    }

    private static Inventory inventory(Collection<String> ids) {
        Inventory.Count count = new Inventory.Count();
        ids.forEach(count::add);
        return count.inventory();
    }

    /** What has all that was typed. */
    protected final List<String> found(Ask ask) {
        SearchResult result = index.search(ask.query());
        return result.widening() == Widening.NONE
                ? result.hits().stream().map(Hit::id).toList()
                : List.of();
    }

    private long total(Ask ask) {
        return index.search(ask.query()).total();
    }

    private GroupedResult groups(Ask ask, int from, int best) {
        return index.searchGroups(ask.query(), from, best);
    }

    private static Count count(String value, long count) {
        return new Count(value, count);
    }

    private static Ask asked(String text, String order) {
        Ask ask = ask(text).as("BY");
        return order.equals("relevance") ? ask : ask.by(order);
    }
}
