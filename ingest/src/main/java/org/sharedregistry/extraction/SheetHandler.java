package org.sharedregistry.extraction;

import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Follows the XML of a sheet. POI's handler tells the values; which cells are formulas, and where, it keeps to itself. */
final class SheetHandler extends XSSFSheetXMLHandler {

    private final Cells cells;

    SheetHandler(Styles styles, SharedStrings strings, PlainValues values, RowCollector rows) {
        this(styles, strings, values, new Cells(rows));
    }

    private SheetHandler(Styles styles, SharedStrings strings, PlainValues values, Cells cells) {
        super(styles, strings, cells, values, false);
        this.cells = cells;
    }

    @Override
    public void startElement(@Nullable String uri, String name, String qualified, Attributes attributes)
            throws SAXException {
        if (name.equals("c")) {
            cells.begin(attributes.getValue("r"));
        } else if (name.equals("f")) {
            cells.formula();
        }
        super.startElement(uri, name, qualified, attributes);
    }

    private static final class Cells implements SheetContentsHandler {

        private final RowCollector rows;
        private int column = -1;

        Cells(RowCollector rows) {
            this.rows = rows;
        }

        /** @param reference such as B7; without one a cell follows the one before it */
        void begin(@Nullable String reference) {
            column = reference == null ? column + 1 : new CellReference(reference).getCol();
        }

        void formula() {
            rows.formula(column);
        }

        @Override
        public void startRow(int row) {
            column = -1;
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            if (value != null) {
                rows.value(column, value);
            }
        }

        @Override
        public void endRow(int row) {
            rows.endRow(row + 1);
        }
    }
}
