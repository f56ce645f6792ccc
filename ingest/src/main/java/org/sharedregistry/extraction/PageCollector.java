package org.sharedregistry.extraction;

import java.util.Set;
import java.util.function.BiConsumer;
import org.sharedregistry.extraction.Frames.Limits;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Cuts the XHTML that Tika makes of a file into pages: a page of a PDF, a slide, a sheet. What follows a page belongs to
 * it: the notes of a slide, the fields of a form. A text without pages is one page, or as many as it takes.
 */
final class PageCollector extends DefaultHandler {

    private static final Set<String> PAGE_CLASSES = Set.of("page", "slide", "slide-content", "sheet");

    private final Limits limits;
    private final BiConsumer<Integer, String> pages;
    private final StringBuilder current = new StringBuilder();
    private int number;
    private long characters;
    private boolean paged;
    private boolean inBody;
    private boolean cut;
    private boolean stopped;

    PageCollector(Limits limits, BiConsumer<Integer, String> pages) {
        this.limits = limits;
        this.pages = pages;
    }

    /** How many pages were given. */
    int count() {
        return number;
    }

    /** Whether the file holds more than is read. */
    boolean cut() {
        return cut;
    }

    /** Whether it broke the parser off, having enough. */
    boolean stopped() {
        return stopped;
    }

    /** Gives what was read of a page in which reading broke off. */
    void breakOff() {
        if (inBody && ReadableText.isUsable(current)) {
            give();
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (name.equals("body")) {
            inBody = true;
        } else if (inBody && isPage(name, attributes)) {
            if (paged) {
                give();
                stopAtLimit();
            }
            paged = true;
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (inBody && name.equals("body")) {
            give();
            inBody = false;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inBody) {
            return;
        }
        if (!paged && pieceIsFull()) {
            give();
            stopAtLimit();
        }
        int room = (int) Math.min(limits.maxPageCharacters() - current.length(), limits.maxCharacters() - characters);
        int taken = Math.min(length, room);
        current.append(text, start, taken);
        characters += taken;
        if (taken < length) {
            cut = true;
            stopAtLimit();
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    /** Early enough for the longest page, and at the end of a line if there is one in reach. */
    private boolean pieceIsFull() {
        int length = current.length();
        int enough = limits.maxPageCharacters() / 5;
        return length > 2 * enough || (length > enough && current.charAt(length - 1) == '\n');
    }

    private void give() {
        pages.accept(++number, ReadableText.of(current));
        current.setLength(0);
    }

    private void stopAtLimit() throws SAXException {
        if (characters >= limits.maxCharacters() || number >= limits.maxPages()) {
            cut = true;
            stopped = true;
            breakOff();
            inBody = false;
            throw new SAXException("No more of the file is read");
        }
    }

    private static boolean isPage(String name, Attributes attributes) {
        String type = attributes.getValue("class");
        return name.equals("div") && type != null && PAGE_CLASSES.contains(type);
    }
}
