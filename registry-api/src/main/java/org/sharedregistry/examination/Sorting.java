package org.sharedregistry.examination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pages among many make up one paper, in which order, and which are the same page twice. A proposal, for a person to
 * correct: pages that nothing joins stay apart.
 */
final class Sorting {

    /** The words of two pictures of one page; two filled-in forms of one applicant share up to half of theirs. */
    private static final double SAME_PAGE = 0.7;

    /** A page with fewer is like many others. */
    private static final int FEWEST_WORDS = 15;

    private final List<Group> groups = new ArrayList<>();
    private final List<Duplicate> duplicates = new ArrayList<>();

    /** @param sheets in the order in which they were sent */
    static Sorting of(List<Sheet> sheets) {
        Sorting sorting = new Sorting();
        List<Sheet> kept = sorting.withoutDuplicates(sheets);
        Sheet before = null;
        for (Sheet sheet : kept) {
            sorting.place(sheet, before);
            before = sheet;
        }
        sorting.groups.forEach(Group::putInOrder);
        return sorting;
    }

    List<Group> groups() {
        return groups;
    }

    List<Duplicate> duplicates() {
        return duplicates;
    }

    private List<Sheet> withoutDuplicates(List<Sheet> sheets) {
        List<Sheet> kept = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Optional<Sheet> same = kept.stream()
                    .filter(each -> isSamePage(each, sheet))
                    .max(Comparator.comparingDouble(sheet::likeness));
            if (same.isPresent()) {
                duplicates.add(new Duplicate(
                        sheet.document(),
                        sheet.page(),
                        same.get().document(),
                        same.get().page(),
                        sheet.likeness(same.get())));
            } else {
                kept.add(sheet);
            }
        }
        return kept;
    }

    private static boolean isSamePage(Sheet one, Sheet other) {
        boolean anotherNumber = one.number().isPresent()
                && other.number().isPresent()
                && !one.number().equals(other.number());
        return !anotherNumber
                && Math.min(one.words().size(), other.words().size()) >= FEWEST_WORDS
                && (one.mark().isEmpty() || other.mark().isEmpty() || one.mark().equals(other.mark()))
                && one.likeness(other) >= SAME_PAGE;
    }

    private void place(Sheet sheet, @Nullable Sheet before) {
        if (before == null) {
            groups.add(new Group(sheet));
        } else if (!before.document().equals(sheet.document())) {
            // The first page of another file.
            groups.stream()
                    .filter(group -> !group.grounds(sheet).isEmpty())
                    .findFirst()
                    .ifPresentOrElse(home -> home.add(sheet, home.grounds(sheet)), () -> groups.add(new Group(sheet)));
        } else if (beginsAnother(sheet, before)) {
            groups.add(new Group(sheet));
        } else {
            groupOf(before).add(sheet, EnumSet.of(Ground.SAME_FILE));
        }
    }

    /** Within one file: a heading with a number of its own, or a page that says it is the first again. */
    private boolean beginsAnother(Sheet sheet, Sheet before) {
        Optional<String> current = groupOf(before).number();
        boolean anotherNumber = sheet.hasHeading()
                && sheet.number().isPresent()
                && current.isPresent()
                && !sheet.number().equals(current);
        boolean firstAgain = sheet.hasHeading()
                && sheet.mark().filter(mark -> mark.number() == 1).isPresent()
                && before.mark().isPresent();
        return anotherNumber || firstAgain;
    }

    private Group groupOf(Sheet sheet) {
        return groups.stream()
                .filter(group -> group.sheets.contains(sheet))
                .findFirst()
                .orElseThrow();
    }

    /** Why a page is taken for a part of a paper. */
    enum Ground {
        SAME_FILE,
        SAME_NUMBER,
        PAGE_MARKS,
        FILE_NAMES
    }

    /** Two pages that show the same, 0 to 1 alike. */
    record Duplicate(UUID document, int page, UUID sameDocument, int samePage, double likeness) {}

    /** Pages that make up one paper. */
    static final class Group {

        private final List<Sheet> sheets = new ArrayList<>();
        private final Set<Ground> grounds = EnumSet.noneOf(Ground.class);

        private Group(Sheet first) {
            sheets.add(first);
        }

        List<Sheet> sheets() {
            return sheets;
        }

        Set<Ground> grounds() {
            return grounds;
        }

        /** The key of the number that the paper has by its own pages. */
        Optional<String> number() {
            return sheets.stream().flatMap(sheet -> sheet.number().stream()).findFirst();
        }

        private void add(Sheet sheet, Set<Ground> why) {
            sheets.add(sheet);
            grounds.addAll(why);
        }

        /** Why a page of another file belongs here; none when it does not. */
        private Set<Ground> grounds(Sheet sheet) {
            Set<Ground> why = EnumSet.noneOf(Ground.class);
            Sheet last = sheets.get(sheets.size() - 1);
            Optional<String> number = number();
            boolean sameNumber = number.isPresent() && number.equals(sheet.number());
            boolean anotherNumber = number.isPresent() && sheet.number().isPresent() && !sameNumber;
            boolean samePlace = sheets.stream()
                    .anyMatch(each -> each.mark().isPresent() && each.mark().equals(sheet.mark()));
            if (anotherNumber || samePlace || (sheet.hasHeading() && !sameNumber)) {
                return why;
            }
            if (sameNumber) {
                why.add(Ground.SAME_NUMBER);
            }
            boolean sameStem = last.fileStem().isPresent() && last.fileStem().equals(sheet.fileStem());
            boolean nextMark = last.mark().isPresent()
                    && sheet.mark()
                            .filter(mark -> mark.follows(last.mark().get()))
                            .isPresent();
            if (sameStem && last.pages() == 1 && sheet.pages() == 1) {
                why.add(Ground.FILE_NAMES);
            }
            // A mark alone joins nothing: every paper has a second page.
            if (nextMark && !why.isEmpty()) {
                why.add(Ground.PAGE_MARKS);
            }
            return why;
        }

        private void putInOrder() {
            if (grounds.contains(Ground.PAGE_MARKS)
                    && sheets.stream().allMatch(sheet -> sheet.mark().isPresent())) {
                sheets.sort(Comparator.comparingInt(
                        sheet -> sheet.mark().map(Sheet.Mark::number).orElse(0)));
            } else if (grounds.contains(Ground.FILE_NAMES)) {
                sheets.sort(Comparator.comparingInt(sheet -> sheet.fileNumber().orElse(0)));
            }
        }
    }
}
