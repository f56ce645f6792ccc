package org.sharedregistry.pages.viewer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.catalogue.DocumentHit.Mark;
import org.sharedregistry.catalogue.DocumentPages;
import org.sharedregistry.catalogue.DocumentPages.Piece;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.DocumentView;
import org.sharedregistry.document.DocumentViews;
import org.sharedregistry.document.Documents;
import org.sharedregistry.examination.Comparisons;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A page of a document with its text beside it. Only the picture of the page takes scripts. */
@Controller
class DocumentPage {

    /** Of a longer document only the pages with hits are listed. */
    private static final int MOST_LISTED = 60;

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Documents documents;
    private final DocumentViews views;
    private final DocumentPages pages;
    private final Comparisons comparisons;
    private final Attestations attestations;
    private final Goods goods;
    private final JsonMapper json;

    DocumentPage(
            Documents documents,
            DocumentViews views,
            DocumentPages pages,
            Comparisons comparisons,
            Attestations attestations,
            Goods goods,
            JsonMapper json) {
        this.documents = documents;
        this.views = views;
        this.pages = pages;
        this.comparisons = comparisons;
        this.attestations = attestations;
        this.goods = goods;
        this.json = json;
    }

    @GetMapping("/documents/{id}")
    String show(
            Model model,
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String q) {
        Document document = documents.readable(caller, id).orElseThrow(() -> RegistryProblem.notFound("document"));
        DocumentView view = views.one(document);
        int count = Objects.requireNonNullElse(view.pages(), 0);
        int number = Math.min(Math.max(page, 1), Math.max(count, 1));
        DocumentPages.View shown = pages.view(document, number, q);
        model.addAttribute("document", view);
        model.addAttribute("words", q);
        model.addAttribute("page", number);
        model.addAttribute("count", count);
        model.addAttribute("shown", shown);
        model.addAttribute("listed", listed(count, number, shown.hits()));
        model.addAttribute("hitBefore", near(shown.hits().keySet(), number, -1));
        model.addAttribute("hitBehind", near(shown.hits().keySet(), number, 1));
        model.addAttribute("rendition", rendition(view.mediaType()));
        model.addAttribute("marks", json.writeValueAsString(marks(shown)));
        model.addAttribute("comparison", comparisons.known(caller, document).orElse(null));
        model.addAttribute("attestations", attestations(document));
        model.addAttribute("goods", goods(caller, document));
        return "viewer/document";
    }

    /** The pages of the list with their hits. */
    private static Map<Integer, Integer> listed(int count, int number, Map<Integer, Integer> hits) {
        Map<Integer, Integer> listed = new TreeMap<>(hits);
        if (count <= MOST_LISTED) {
            IntStream.rangeClosed(1, count).forEach(each -> listed.putIfAbsent(each, 0));
        }
        listed.putIfAbsent(number, 0);
        return listed;
    }

    /** The nearest page with hits before or behind this one. */
    private static @Nullable Integer near(Collection<Integer> hits, int number, int direction) {
        return hits.stream()
                .filter(each -> Integer.signum(each - number) == direction)
                .reduce((one, other) -> direction < 0 ? Math.max(one, other) : Math.min(one, other))
                .orElse(null);
    }

    private static String rendition(@Nullable String mediaType) {
        if (mediaType == null) {
            return "none";
        }
        String type = mediaType.replaceFirst(";.*", "");
        return type.equals("application/pdf") ? "pdf" : PICTURES.contains(type) ? type : "none";
    }

    /** For the script: the words as they stand on the page, and where they are on one that is a picture. */
    private static Marks marks(DocumentPages.View shown) {
        return new Marks(
                shown.pieces().stream()
                        .filter(Piece::marked)
                        .map(Piece::text)
                        .distinct()
                        .toList(),
                shown.marks().stream()
                        .map(Mark::boxes)
                        .flatMap(List::stream)
                        .map(box -> List.of(box.left(), box.top(), box.right(), box.bottom()))
                        .toList());
    }

    private List<Attestation> attestations(Document document) {
        return List.copyOf(attestations
                .all(documents.attestationsOf(List.of(document.id())).getOrDefault(document.id(), Set.of()))
                .values());
    }

    private List<GoodsEntry> goods(Caller caller, Document document) {
        return goods.all(documents.goodsOf(List.of(document.id())).getOrDefault(document.id(), Set.of())).stream()
                .filter(entry -> !entry.isDraft() || caller.actsFor(entry.manufacturer()))
                .toList();
    }

    private record Marks(List<String> texts, List<List<Float>> boxes) {}
}
