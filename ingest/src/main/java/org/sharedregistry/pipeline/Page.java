package org.sharedregistry.pipeline;

import java.util.List;
import org.sharedregistry.extraction.ExtractedPage.Code;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;

/**
 * A page of an original as kept: its text, where the text comes from, and for a picture the place of each word, what
 * further readings of some lines gave, and the codes in it.
 */
public record Page(
        int number, Source source, String text, List<Word> words, List<Rereading> rereadings, List<Code> codes) {

    public Page {
        words = List.copyOf(words);
        rereadings = List.copyOf(rereadings);
        codes = List.copyOf(codes);
    }
}
