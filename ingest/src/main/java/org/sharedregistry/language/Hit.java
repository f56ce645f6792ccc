package org.sharedregistry.language;

/** A place in a text that fits one clause of a query, told apart by its number. */
record Hit(int start, int end, int clause) {}
