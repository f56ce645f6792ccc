package org.sharedregistry.extraction;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.sharedregistry.extraction.Frames.Limits;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Cuts the XHTML that Tika makes of a file into pages: a page of a PDF, a slide, a sheet. What follows a page belongs to
 * it, such as the notes of a slide. A text without pages is one page, or as many as it takes.
 */
final class PageCollector extends DefaultHandler {

    private static final Set<String> PAGE_CLASSES = Set.of("page", "slide", "slide-content", "sheet");

    /** As large a piece as parsers give. */
    private static final int PORTION = 4096;

    /** The fields of a form, all behind the last page; they are read page by page, see {@link PdfForm}. */
    private static final String FORM = "acroform";

    private final Limits limits;
    private final BiConsumer<Integer, String> pages;
    private final Supplier<String> heading;
    private final StringBuilder current = new StringBuilder();
    private int number;
    private long characters;
    private boolean paged;
    private int pageDepth;
    private int formDepth;
    private boolean inBody;
    private boolean cut;
    private boolean stopped;

    /** @param heading what stands above the text of the first page; asked for when that begins */
    PageCollector(Limits limits, BiConsumer<Integer, String> pages, Supplier<String> heading) {
        this.limits = limits;
        this.pages = pages;
        this.heading = heading;
    }

    /** Text without pages, given line by line. */
    PageCollector(Limits limits, BiConsumer<Integer, String> pages) {
        this(limits, pages, () -> "");
        inBody = true;
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

    /** Takes more text, as far as limits go. */
    void addLine(String line) {
        String whole = line + "\n";
        try {
            for (int start = 0; start < whole.length(); start += PORTION) {
                String portion = whole.substring(start, Math.min(whole.length(), start + PORTION));
                characters(portion.toCharArray(), 0, portion.length());
            }
        } catch (SAXException e) {
            // It has enough and says so, see stopped().
            inBody = false;
        }
    }

    /** Gives the last page. */
    void end() {
        if (inBody) {
            give();
            inBody = false;
        }
    }

    /** Gives what was read of a page in which reading broke off. */
    void breakOff() {
        if (inBody && ReadableText.isUsable(current)) {
            give();
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (formDepth > 0 || FORM.equals(attributes.getValue("class"))) {
            formDepth++;
        } else if (name.equals("body") && !inBody) {
            inBody = true;
            String above = heading.get();
            characters(above.toCharArray(), 0, above.length());
        } else if (pageDepth > 0) {
            // A page within a page is a part of it.
            pageDepth++;
        } else if (inBody && isPage(name, attributes)) {
            pageDepth = 1;
            if (paged) {
                give();
                stopAtLimit();
            }
            paged = true;
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (formDepth > 0) {
            formDepth--;
        } else if (pageDepth > 0) {
            pageDepth--;
        } else if (name.equals("body")) {
            end();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!inBody || formDepth > 0) {
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
