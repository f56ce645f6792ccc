package org.sharedregistry.extraction;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Frames.Limits;

/**
 * A file that is being read in a parser process.
 *
 * @param name as it came
 * @param mediaType as found in its bytes
 * @param pages takes its pages
 * @param members takes the files found within it
 */
record OpenFile(
        Path path, String name, String mediaType, Limits limits, Consumer<ExtractedPage> pages, Members members) {

    FileType type() {
        return FileType.of(mediaType);
    }

    void giveText(int number, String text) {
        boolean usable = ReadableText.isUsable(text);
        pages.accept(new ExtractedPage(number, usable ? text : "", usable ? Source.TEXT : Source.NONE, List.of()));
    }
}
