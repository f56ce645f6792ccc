package org.sharedregistry.extraction;

import java.util.Set;
import java.util.function.BiConsumer;
import org.sharedregistry.extraction.Frames.Limits;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Cuts the XHTML that Tika makes of a file into pages: a page of a PDF, a slide, a sheet. A text without pages is one
 * page, or as many as it takes.
 */
final class PageCollector extends DefaultHandler {

    private static final Set<String> PAGE_CLASSES = Set.of("page", "slide-content", "sheet");
    private static final int LONGEST_PAGE = 200_000;

    private final Limits limits;
    private final BiConsumer<Integer, String> pages;
    private final StringBuilder current = new StringBuilder();
    private int number;
    private long characters;
    private int depthInPage;
    private boolean paged;
    private boolean inBody;
    private boolean limitReached;

    PageCollector(Limits limits, BiConsumer<Integer, String> pages) {
        this.limits = limits;
        this.pages = pages;
    }

    /** How many pages were given. */
    int count() {
        return number;
    }

    /** Whether the file holds more than is read. */
    boolean limitReached() {
        return limitReached;
    }

    /** Gives what is left of a text that ended without pages, or was broken off within one. */
    void finish() {
        if (!paged || depthInPage > 0) {
            give();
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("body")) {
            inBody = true;
        } else if (depthInPage > 0) {
            depthInPage++;
        } else if (inBody && isPage(name, attributes)) {
            if (!paged) {
                // What stands before the first page is a title or header that the pages repeat.
                current.setLength(0);
            }
            paged = true;
            depthInPage = 1;
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (name.equals("body")) {
            inBody = false;
        } else if (depthInPage > 0 && --depthInPage == 0) {
            give();
            checkLimits();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inBody || (paged && depthInPage == 0)) {
            return;
        }
        current.append(text, start, length);
        characters += length;
        boolean lineEnds = current.length() > 0 && current.charAt(current.length() - 1) == '\n';
        if (!paged && (current.length() > 2 * LONGEST_PAGE || (lineEnds && current.length() > LONGEST_PAGE))) {
            give();
        }
        checkLimits();
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    private void give() {
        pages.accept(++number, ReadableText.of(current));
        current.setLength(0);
    }

    private void checkLimits() throws SAXException {
        if (characters > limits.maxCharacters() || number >= limits.maxPages()) {
            limitReached = true;
            throw new SAXException("The limit of text is reached");
        }
    }

    private static boolean isPage(String name, Attributes attributes) {
        String type = attributes.getValue("class");
        return name.equals("div") && type != null && PAGE_CLASSES.contains(type);
    }
}
