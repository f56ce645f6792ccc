package org.sharedregistry.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedregistry.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is not blank to PostgreSQL is not blank to Java: the one counts the pages that the other indexes. */
class PagesWithWordsIT {

    private static final String HASH = "0".repeat(64);

    private JdbcClient jdbc;

    @BeforeEach
    void createTheTables() {
        var database = TestDatabase.create().dataSource();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/ingest")
                .defaultSchema("registry")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @Test
    void agreesWithJavaOnEveryCharacter() {
        List<String> texts = IntStream.range(1, 0x1_3000)
                .filter(point -> !isSurrogate(point))
                .mapToObj(Character::toString)
                .toList();

        assertThat(withWords(texts)).isEqualTo(notBlank(texts));
    }

    @Test
    void agreesWithJavaOnWordsBehindAnyBlanks() {
        String blanks = " \t\r\n\f\u2003\u3000";
        List<String> texts = List.of(
                "",
                blanks,
                blanks.repeat(100),
                blanks.repeat(100) + "а",
                blanks + "a" + blanks,
                "\u00a0",
                "\u2007",
                ".");

        assertThat(withWords(texts)).isEqualTo(notBlank(texts));
    }

    private Set<Integer> withWords(List<String> texts) {
        jdbc.sql("insert into original (sha256, size, file_name, state) values (:hash, 1, 'a.txt', 'EXTRACTED')")
                .param("hash", HASH)
                .update();
        jdbc.sql("""
                        insert into page (sha256, number, source, text)
                        select :hash, number, 'TEXT', text from unnest(:texts) with ordinality as read (text, number)
                        """)
                .param("hash", HASH)
                .param("texts", texts.toArray(String[]::new))
                .update();
        return new TreeSet<>(jdbc.sql("select number from page_with_words")
                .query(Integer.class)
                .list());
    }

    private static Set<Integer> notBlank(List<String> texts) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
