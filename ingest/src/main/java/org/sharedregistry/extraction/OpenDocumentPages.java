package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** Reads OpenDocument's sheets and slides as pages, the sheets with their names; Tika runs them all together. */
final class OpenDocumentPages extends OpenDocumentParser {

    private static final long serialVersionUID = 1L;

    private static final Set<MediaType> TYPES = Set.of(
            MediaType.application("vnd.oasis.opendocument.spreadsheet"),
            MediaType.application("vnd.oasis.opendocument.spreadsheet-template"),
            MediaType.application("vnd.oasis.opendocument.presentation"),
            MediaType.application("vnd.oasis.opendocument.presentation-template"));

    OpenDocumentPages() {
        setContentParser(new Content());
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    private static final class Content implements Parser {

        private static final long serialVersionUID = 1L;

        @Override
        public Set<MediaType> getSupportedTypes(ParseContext context) {
            return TYPES;
        }

        @Override
        public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
                throws IOException, SAXException, TikaException {
            XMLReaderUtils.parseSAX(in, new Pages(handler), context);
        }
    }

    /** Passes on what stands in sheets and on slides, and neither styles nor what is hidden in forms. */
    private static final class Pages extends DefaultHandler {

        private static final char[] TAB = {'\t'};
        private static final char[] LINE = {'\n'};
        private static final char[] SPACE = {' '};

        private final ContentHandler pages;
        private int tables;
        private int paragraphs;
        private boolean inSlide;

        Pages(ContentHandler pages) {
            this.pages = pages;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            switch (qualified) {
                case "table:table" -> {
                    if (tables++ == 0 && !inSlide) {
                        beginPage();
                        String sheet = attributes.getValue("table:name");
                        pages.characters(sheet.toCharArray(), 0, sheet.length());
                        pages.characters(LINE, 0, 1);
                    }
                }
                case "draw:page" -> {
                    inSlide = true;
                    beginPage();
                }
                case "text:p", "text:h" -> paragraphs++;
                case "text:s" -> pages.characters(SPACE, 0, 1);
                case "text:tab" -> pages.characters(TAB, 0, 1);
                case "text:line-break" -> pages.characters(LINE, 0, 1);
                default -> {}
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            switch (qualified) {
                case "table:table" -> tables--;
                case "draw:page" -> {
                    inSlide = false;
                    endPage();
                }
                case "table:table-cell" -> pages.characters(TAB, 0, 1);
                case "table:table-row" -> pages.characters(LINE, 0, 1);
                case "text:p", "text:h" -> {
                    paragraphs--;
                    if (tables == 0) {
                        pages.characters(LINE, 0, 1);
                    }
                }
                default -> {}
            }
            if (qualified.equals("table:table") && tables == 0 && !inSlide) {
                endPage();
            }
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            if (paragraphs > 0) {
                pages.characters(text, start, length);
            }
        }

        @Override
        public void endDocument() throws SAXException {
            pages.endDocument();
        }

        private void beginPage() throws SAXException {
            AttributesImpl page = new AttributesImpl();
            page.addAttribute("", "class", "class", "CDATA", "page");
            pages.startElement(XHTMLContentHandler.XHTML, "div", "div", page);
        }

        private void endPage() throws SAXException {
            pages.endElement(XHTMLContentHandler.XHTML, "div", "div");
        }
    }
}
