package org.sharedregistry.consignment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.SheetRow;
import org.sharedregistry.extraction.SpreadsheetReader;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The first sheet of a workbook. What it says comes from a parser process: the file is not trusted. */
@Component
final class WorkbookReader implements BatchReader {

    private static final Set<Reason> TOO_MUCH = Set.of(Reason.TOO_LARGE, Reason.OUT_OF_MEMORY, Reason.TIMED_OUT);

    private final SpreadsheetReader sheets;

    WorkbookReader(SpreadsheetReader sheets) {
        this.sheets = sheets;
    }

    @Override
    public MediaType form() {
        return MediaType.valueOf(WORKBOOK);
    }

    @Override
    public void read(Path body, MediaType sent, Batch batch) {
        Table table = new Table(batch);
        // The names of the columns, and one line more than allowed, over which the batch is refused.
        Extraction end = sheets.read(body, batch.allowance().lines() + 2, table::add);
        if (table.refusal != null) {
            throw table.refusal;
        }
        if (end instanceof Extraction.Failed failed) {
            throw new RegistryProblem(
                    TOO_MUCH.contains(failed.reason()) ? ProblemType.FILE_TOO_LARGE : ProblemType.MALFORMED_BODY,
                    failed.detail());
        }
    }

    private static final class Table {

        private final Batch batch;
        private @Nullable TableHeader header;
        private @Nullable RegistryProblem refusal;

        Table(Batch batch) {
            this.batch = batch;
        }

        /** Throws nothing at the parser process, which would not outlive it: what is left to read is not much. */
        void add(SheetRow row) {
            try {
                if (refusal == null) {
                    take(row);
                }
            } catch (RegistryProblem e) {
                refusal = e;
            }
        }

        private void take(SheetRow row) {
            if (header == null) {
                header = header(row);
            } else if (row.formulas().isEmpty()) {
                header.add(row.cells(), batch);
            } else {
                refuse(row, header);
            }
        }

        private static TableHeader header(SheetRow row) {
            if (!row.formulas().isEmpty()) {
                throw new RegistryProblem(ProblemType.MALFORMED_BODY, "The first row holds a formula.");
            }
            return new TableHeader(row.cells());
        }

        /** What a formula gave when the file was last saved is not what the sender has seen; the other cells are. */
        private void refuse(SheetRow row, TableHeader columns) {
            List<String> cells = new ArrayList<>(row.cells());
            int first = row.formulas().stream().min(Integer::compare).orElseThrow();
            row.formulas().stream().filter(column -> column < cells.size()).forEach(column -> cells.set(column, ""));
            RegistryProblem problem = RegistryProblem.parameter(
                    columns.name(first), "A cell holds a formula, in column " + (first + 1) + ". Put its value there.");
            columns.refuse(cells, problem, batch);
        }
    }
}
