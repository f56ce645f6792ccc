package org.sharedregistry.pipeline;

import java.util.List;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;

/** A page of an original as kept: its text, where the text comes from, and for a picture the place of each word. */
public record Page(int number, Source source, String text, List<Word> words) {

    public Page {
        words = List.copyOf(words);
    }
}
