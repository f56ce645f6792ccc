package org.sharedregistry.catalogue;

import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.search.IndexDrainer;
import org.sharedregistry.search.SearchWatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search index as a whole. */
@RestController
@RequestMapping("/api/v1/index")
class IndexController {

    private final IndexDrainer drainer;
    private final SearchWatch watch;

    IndexController(IndexDrainer drainer, SearchWatch watch) {
        this.drainer = drainer;
        this.watch = watch;
    }

    /** How search is; operators also see which index is searched, and how far another has been filled. */
    @GetMapping
    IndexStatus status(Caller caller) {
        return IndexStatus.of(watch.state(), caller.role() == Role.OPERATOR);
    }

    /** Has the index filled anew from what is kept, parsing nothing; searches find the old one until it is whole. */
    @PostMapping("/rebuilding")
    ResponseEntity<Void> rebuild(Caller caller) {
        caller.require(Role.OPERATOR);
        drainer.rebuild();
        return ResponseEntity.accepted().build();
    }
}
