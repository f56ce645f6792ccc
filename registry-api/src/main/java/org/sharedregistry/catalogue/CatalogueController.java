package org.sharedregistry.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import org.sharedregistry.access.Caller;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CatalogueController {

    private final GoodsSearch goods;
    private final DocumentSearch documents;
    private final Suggestions suggestions;

    CatalogueController(GoodsSearch goods, DocumentSearch documents, Suggestions suggestions) {
        this.goods = goods;
        this.documents = documents;
        this.suggestions = suggestions;
    }

    @GetMapping("/goods")
    @Operation(summary = "Finds goods by words, or an identifier in any spelling")
    SearchListing<GoodsHit> goods(@ParameterObject @ModelAttribute GoodsQuery query) {
        return goods.find(query);
    }

    @GetMapping("/documents")
    @Operation(summary = "Finds pages of the documents that the caller may read, gathered by document")
    SearchListing<DocumentHit> documents(Caller caller, @ParameterObject @ModelAttribute DocumentQuery query) {
        return documents.find(caller, query);
    }

    @GetMapping("/suggestions")
    @Operation(summary = "What the beginning of a question may go on as, from public names and codes")
    Suggestions.Suggested suggestions(@RequestParam String q) {
        return suggestions.to(q);
    }
}
