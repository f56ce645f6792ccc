package org.sharedregistry.catalogue;

import org.sharedregistry.access.Caller;
import org.sharedregistry.listing.Listing;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/goods")
    Listing<GoodsHit> goods(@ParameterObject @ModelAttribute GoodsQuery query) {
        return catalogue.goods(query);
    }

    @GetMapping("/documents")
    Listing<DocumentHit> documents(Caller caller, @ParameterObject @ModelAttribute DocumentQuery query) {
        return catalogue.documents(caller, query);
    }
}
