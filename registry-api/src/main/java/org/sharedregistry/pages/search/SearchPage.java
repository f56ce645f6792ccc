package org.sharedregistry.pages.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.catalogue.DocumentSearch;
import org.sharedregistry.catalogue.GoodsSearch;
import org.sharedregistry.catalogue.SearchListing;
import org.sharedregistry.catalogue.SearchListing.FacetValue;
import org.sharedregistry.pages.search.Search.View;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.regime.Regimes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching goods, and pages of documents. It works without scripts; they add suggestions while one types. */
@Controller
class SearchPage {

    private final GoodsSearch goods;
    private final DocumentSearch documents;
    private final Regimes regimes;
    private final MessageSource messages;

    SearchPage(GoodsSearch goods, DocumentSearch documents, Regimes regimes, MessageSource messages) {
        this.goods = goods;
        this.documents = documents;
        this.regimes = regimes;
        this.messages = messages;
    }

    @GetMapping("/search")
    String show(Model model, Caller caller, Locale locale, @RequestParam MultiValueMap<String, String> parameters) {
        Search search = Search.of(parameters);
        SearchListing<?> found =
                search.view() == View.GOODS ? goods.find(search.goods()) : documents.find(caller, search.documents());
        model.addAttribute("search", search);
        model.addAttribute("found", found);
        model.addAttribute("views", View.values());
        model.addAttribute("sorts", search.view() == View.GOODS ? Search.SORTS : List.of());
        model.addAttribute("facets", facets(search, found.facets(), locale));
        return "search/search";
    }

    /** Those with anything to choose, in the order of the view. */
    private List<Facet> facets(Search search, Map<String, List<FacetValue>> counted, Locale locale) {
        Map<String, String> sectors = sectors(locale.getLanguage());
        return search.view().facets().stream()
                .map(name -> new Facet(
                        name,
                        values(search, name, counted.getOrDefault(name, List.of())).stream()
                                .map(value -> new Choice(
                                        label(name, value, sectors, locale),
                                        value.count(),
                                        search.has(name, value.value()),
                                        search.toggled(name, value.value())))
                                .toList()))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    /** What was counted, and what was chosen though there is none of it. */
    private static List<FacetValue> values(Search search, String facet, List<FacetValue> counted) {
        List<String> known = counted.stream().map(FacetValue::value).toList();
        return Stream.concat(
                        counted.stream().filter(each -> each.count() > 0 || search.has(facet, each.value())),
                        search.chosen().containsKey(facet)
                                ? search.chosen().get(facet).stream()
                                        .filter(value -> !known.contains(value))
                                        .map(value -> new FacetValue(value, null, 0))
                                : Stream.empty())
                .toList();
    }

    private String label(String facet, FacetValue value, Map<String, String> sectors, Locale locale) {
        return switch (facet) {
            case "state", "recognizedIn" -> message("state." + value.value(), value, locale);
            case "kind" -> message("desk.document." + value.value(), value, locale);
            case "language" -> message("search.language." + value.value(), value, locale);
            case "sector" -> sectors.getOrDefault(value.value(), value.value());
            case "validOn" -> message("search.validOn.today", value, locale);
            default -> Optional.ofNullable(value.name()).orElse(value.value());
        };
    }

    private String message(String key, FacetValue value, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, value.value(), locale));
    }

    /** The names of the sectors of all regimes, by id. */
    private Map<String, String> sectors(String language) {
        Map<String, String> names = new TreeMap<>();
        regimes.known().values().stream()
                .flatMap(versions -> versions.newest().sectors().stream())
                .forEach(sector -> names.put(sector.id(), name(sector, language)));
        return names;
    }

    private static String name(RegimeFact.Sector sector, String language) {
        return Stream.of(language, "ru", "en")
                .flatMap(each -> Stream.ofNullable(sector.names().get(each)))
                .findFirst()
                .orElse(sector.id());
    }

    /** What can be narrowed down. */
    public record Facet(String name, List<Choice> choices) {}

    /** @param href the search with it chosen, or without it when it is */
    public record Choice(String label, long count, boolean chosen, String href) {}
}
