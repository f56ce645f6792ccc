package org.sharedregistry.document;

/** A document was filed, perhaps again and for something more. Published in the transaction that did it. */
public record DocumentFiled(Document document) {}
