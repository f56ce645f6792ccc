package org.sharedregistry.demo;

import java.io.IOException;

/** A document before it is printed: what stands on it, whatever it is printed with. */
interface Paper {

    void print(Press press) throws IOException;
}
