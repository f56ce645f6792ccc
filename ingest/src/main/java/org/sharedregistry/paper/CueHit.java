package org.sharedregistry.paper;

/**
 * A cue found on a page.
 *
 * @param start offset of its first word in the page's text
 * @param end offset behind its last word
 * @param beginsLine whether no word stands before it in its line
 */
record CueHit(Cue cue, int start, int end, boolean beginsLine) {}
