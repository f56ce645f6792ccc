package org.sharedregistry.review;

import org.sharedregistry.access.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/goods")
class EntryController {

    private final Entries entries;
    private final EntryViews views;

    EntryController(Entries entries, EntryViews views) {
        this.entries = entries;
        this.views = views;
    }

    /** One entry with its attestations, recognitions and documents. */
    @GetMapping("/{number}")
    ResponseEntity<EntryView> one(Caller caller, @PathVariable String number) {
        Dossier dossier = entries.visible(caller, number);
        return ResponseEntity.ok().eTag(dossier.entry().etag()).body(views.of(caller, dossier));
    }
}
