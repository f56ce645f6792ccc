package org.sharedregistry.catalogue;

import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.search.IndexDrainer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: the search index as a whole. */
@RestController
@RequestMapping("/api/v1/index")
class IndexController {

    private final IndexDrainer drainer;

    IndexController(IndexDrainer drainer) {
        this.drainer = drainer;
    }

    /** Has the index filled anew from what is kept, parsing nothing; searches find the old one until it is whole. */
    @PostMapping("/rebuilding")
    ResponseEntity<Void> rebuild(Caller caller) {
        caller.require(Role.OPERATOR);
        drainer.rebuild();
        return ResponseEntity.accepted().build();
    }
}
