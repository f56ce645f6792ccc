package org.sharedregistry.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.catalogue.DocumentHit.PageHit;
import org.sharedregistry.problem.ProblemDocument;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Whole results of searches, written while they are being found. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);

    /** Each goes through the index for as long as its reader takes. */
    private static final int MOST_AT_ONCE = 4;

    private static final int COME_BACK_SECONDS = 30;

    private static final List<String> GOODS_COLUMNS = List.of(
            "registryNumber",
            "state",
            "nameRu",
            "nameBe",
            "nameEn",
            "manufacturer",
            "models",
            "hs",
            "okpd2",
            "verdicts");
    private static final List<String> PAGE_COLUMNS =
            List.of("document", "fileName", "kind", "visibility", "page", "snippet");

    private final GoodsSearch goods;
    private final DocumentSearch documents;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    ExportController(GoodsSearch goods, DocumentSearch documents, JsonMapper json) {
        this.goods = goods;
        this.documents = documents;
        this.json = json;
    }

    @GetMapping("/goods")
    @Operation(summary = "All goods that fit, in the order of their numbers; takes the filters of the list")
    void goods(
            @ParameterObject @ModelAttribute GoodsQuery query,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        refuse("size", query.size());
        refuse("cursor", query.cursor());
        refuse("sort", query.sort());
        refuse("facets", query.facets().isEmpty() ? null : query.facets());
        write("goods", GOODS_COLUMNS, ExportController::goodsCells, hits -> goods.each(query, hits), format, response);
    }

    @GetMapping("/documents")
    @Operation(summary = "All pages that fit and that the caller may read; takes the filters of the list")
    void documents(
            Caller caller,
            @ParameterObject @ModelAttribute DocumentQuery query,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        refuse("size", query.size());
        refuse("cursor", query.cursor());
        refuse("facets", query.facets().isEmpty() ? null : query.facets());
        write(
                "pages",
                PAGE_COLUMNS,
                ExportController::pageCells,
                hits -> documents.each(caller, query, hits),
                format,
                response);
    }

    /** Written by the thread of the request: so an export may take as long as its reader does. */
    private <T> void write(
            String name,
            List<String> columns,
            Function<T, Object[]> cells,
            Consumer<Consumer<T>> search,
            String format,
            HttpServletResponse response)
            throws IOException {
        ExportFormat written = ExportFormat.of(format);
        if (!places.tryAcquire()) {
            throw RegistryProblem.comeBack("Too many exports are being written just now.", COME_BACK_SECONDS);
        }
        try {
            response.setContentType(written.type());
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + "." + written.parameter())
                            .build()
                            .toString());
            write(
                    written == ExportFormat.CSV
                            ? new ExportWriter.Csv<>(response.getOutputStream(), columns, cells)
                            : new ExportWriter.Ndjson<>(response.getOutputStream(), json),
                    search,
                    response);
        } finally {
            places.release();
        }
    }

    private static <T> void write(ExportWriter<T> out, Consumer<Consumer<T>> search, HttpServletResponse response)
            throws IOException {
        try {
            search.accept(item -> {
                try {
                    out.item(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
                throw failure;
            }
            log.error("An export broke off", failure);
            out.breakOff(ProblemDocument.detail(new RegistryProblem(
                    ProblemType.INTERNAL_ERROR, "The export breaks off here; there is more. Ask for it again.")));
        }
    }

    private static void refuse(String parameter, @Nullable Object value) {
        if (value != null) {
            throw RegistryProblem.parameter(parameter, "An export is the whole result, in an order of its own.");
        }
    }

    private static Object[] goodsCells(GoodsHit hit) {
        return new Object[] {
            hit.registryNumber(),
            hit.state(),
            hit.names().get("ru"),
            hit.names().get("be"),
            hit.names().get("en"),
            hit.manufacturer().getOrDefault("ru", ""),
            sorted(hit.models().stream()),
            sorted(hit.hs().stream()),
            sorted(hit.okpd2().stream()),
            sorted(hit.verdicts().entrySet().stream().map(each -> each.getKey() + " " + each.getValue()))
        };
    }

    private static Object[] pageCells(DocumentHit hit) {
        PageHit page = hit.pages().get(0);
        return new Object[] {hit.document(), hit.fileName(), hit.kind(), hit.visibility(), page.page(), page.snippet()};
    }

    private static String sorted(Stream<String> values) {
        return values.sorted().collect(Collectors.joining("; "));
    }
}
