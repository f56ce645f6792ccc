package org.sharedregistry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house: which packages there are, which may use which, and where each vendor stays. */
class ArchitectureTest {

    private static final String ROOT = "org.sharedregistry.";

    /** Each may use those to its right, and what stands on the ground. */
    private static final List<String> REGISTRY = List.of(
            "demo",
            "feed",
            "pages",
            "consignment",
            "verification",
            "catalogue",
            "review",
            "examination",
            "document",
            "decision",
            "enrolment",
            "attestation",
            "goods",
            "regime",
            "log",
            "notice",
            "access",
            "listing",
            "problem");

    /** Pure, for everybody to use. */
    private static final Set<String> GROUND = Set.of("identifier", "recognition");

    /** What each package of ingest may use besides the identifiers. */
    private static final Map<String, Set<String>> INGEST = Map.of(
            "identifier", Set.of(),
            "language", Set.of(),
            "extraction", Set.of(),
            "storage", Set.of(),
            "search", Set.of("language"),
            "database", Set.of(),
            "paper", Set.of("extraction"),
            "pipeline", Set.of("extraction", "paper", "storage"));

    /** Two that stand side by side: neither uses the other, and a document is filed for a decision as for goods. */
    private static final Set<List<String>> APART =
            Set.of(List.of("verification", "catalogue"), List.of("document", "decision"));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.sharedregistry");

    @Test
    void holdsExactlyThesePackages() {
        Set<String> expected = Stream.of(REGISTRY.stream(), GROUND.stream(), INGEST.keySet().stream())
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(uses().keySet()).isEqualTo(expected);
    }

    @Test
    void letsEachPackageUseOnlyWhatStandsToItsRight() {
        uses().forEach((user, used) -> assertThat(used)
                .as("what %s uses", user)
                .allSatisfy(other -> assertThat(mayUse(user, other))
                        .as("%s uses %s", user, other)
                        .isTrue()));
    }

    @Test
    void hasNoCyclesAndNoUseOfInternals() {
        ApplicationModules.of(RegistryApplication.class).verify();
    }

    @Test
    void keepsEachVendorInItsPlace() {
        staysIn(
                List.of("search.lucene"),
                "org.apache.lucene.index..",
                "org.apache.lucene.search..",
                "org.apache.lucene.store..");
        staysIn(List.of("search.lucene", "language"), "org.apache.lucene..", "org.tartarus..");
        staysIn(List.of("search.elasticsearch"), "co.elastic..", "org.elasticsearch..", "org.apache.http..");
        staysIn(List.of("extraction"), "org.apache.tika..", "org.apache.pdfbox..", "org.apache.poi..");
        staysIn(List.of("extraction"), "com.google.zxing..", "org.bouncycastle..");
        staysIn(List.of("consignment", "listing", "regime"), "org.apache.commons.csv..");
        staysIn(List.of("feed"), "picocli..", "me.tongfei..");
        staysIn(List.of("document"), "me.desair.tus..");
        staysIn(List.of("storage.s3"), "io.minio..", "okhttp3..");
    }

    @Test
    void keepsTheHeartPure() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "recognition..", ROOT + "identifier..", ROOT + "paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "tools.jackson..")
                .check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "recognition..", ROOT + "identifier..", ROOT + "paper..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class)
                .check(classes);
    }

    @Test
    void letsNoContractKnowItsImplementations() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "search")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "search.lucene..", ROOT + "search.elasticsearch..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "storage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "storage.folder..", ROOT + "storage.s3..")
                .check(classes);
    }

    private boolean mayUse(String user, String used) {
        if (GROUND.contains(used)) {
            return !GROUND.contains(user) || List.of(user, used).equals(List.of("recognition", "identifier"));
        }
        if (INGEST.containsKey(user)) {
            return INGEST.getOrDefault(user, Set.of()).contains(used);
        }
        if (INGEST.containsKey(used)) {
            return REGISTRY.contains(user);
        }
        return REGISTRY.indexOf(user) < REGISTRY.indexOf(used) && !APART.contains(List.of(user, used));
    }

    private void staysIn(List<String> homes, String... vendor) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        homes.stream().map(home -> ROOT + home + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(vendor)
                .check(classes);
    }

    /** What each package uses of the others; subpackages count as the package they are in. */
    private Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        classes.stream().filter(each -> each.getPackageName().startsWith(ROOT)).forEach(each -> {
            Set<String> used = uses.computeIfAbsent(subject(each.getPackageName()), key -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith(ROOT))
                    .map(ArchitectureTest::subject)
                    .filter(name -> !name.equals(subject(each.getPackageName())))
                    .forEach(used::add);
        });
        return uses;
    }

    private static String subject(String packageName) {
        return packageName.substring(ROOT.length()).split("\\.", -1)[0];
    }
}
