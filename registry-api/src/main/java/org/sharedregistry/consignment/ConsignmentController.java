package org.sharedregistry.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.sharedregistry.access.Caller;
import org.sharedregistry.problem.ProblemDocument;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/verifications/batch")
class ConsignmentController {

    private static final Logger log = LoggerFactory.getLogger(ConsignmentController.class);

    /** The first is given to whoever takes all. */
    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_JSON, new MediaType("text", "csv", UTF_8));

    private final Consignments consignments;
    private final Questions questions;
    private final JsonMapper json;

    ConsignmentController(Consignments consignments, Questions questions, JsonMapper json) {
        this.consignments = consignments;
        this.questions = questions;
        this.json = json;
    }

    /**
     * Answers a batch of questions in the order given, while they are being worked out. Written by the thread of the
     * request: so an answer may take as long as its reader does, and a failure in its middle can be told.
     */
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_NDJSON_VALUE,
                BatchReader.CSV,
                BatchReader.WORKBOOK
            },
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE, BatchReader.CSV})
    @Operation(
            summary = "Verifies up to 10,000 lines in one call",
            description = """
                    Each line takes the parameters of the single call, lineId, documentCode (the code of the document in \
                    box 44), cmr, plate, container, waybill and wagon. The parameters of this call hold for lines that \
                    leave them out. A line that is wrong gets its own problem. Without an account a batch has fewer lines.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema =
                                                @Schema(example = "{\"lines\":[{\"lineId\":\"1\",\"number\":\"…\"}]}")),
                                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE),
                                @Content(mediaType = BatchReader.CSV),
                                @Content(mediaType = BatchReader.WORKBOOK)
                            }),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "An item a line, in the order given, and a summary at the end",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(implementation = Item.class)),
                                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE),
                                @Content(mediaType = BatchReader.CSV)
                            }))
    void verify(
            Caller caller,
            @ParameterObject @ModelAttribute BatchDefaults defaults,
            @RequestHeader HttpHeaders headers,
            InputStream body,
            HttpServletResponse response)
            throws IOException {
        questions.check(defaults);
        MediaType form = Objects.requireNonNull(headers.getContentType(), "The mapping takes none without");
        List<Line> lines = consignments.read(caller, form, body);

        MediaType answer = answer(headers.getAccept());
        response.setContentType(answer.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        AnswerWriter out = writer(answer, response);
        try {
            out.end(consignments.answer(caller, lines, defaults, out));
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                throw failure;
            }
            log.error("The answer to a batch broke off", failure);
            out.breakOff(ProblemDocument.detail(new RegistryProblem(
                    ProblemType.INTERNAL_ERROR,
                    "The answer breaks off here; lines that are not in it were not answered. Send them again.")));
        }
    }

    private AnswerWriter writer(MediaType answer, HttpServletResponse response) throws IOException {
        if (answer.equals(MediaType.APPLICATION_NDJSON)) {
            return new NdjsonWriter(json, response.getOutputStream());
        }
        return answer.equals(MediaType.APPLICATION_JSON)
                ? new JsonWriter(json, response.getOutputStream())
                : new CsvWriter(response.getOutputStream());
    }

    /** The mapping has seen to it that one of ours is accepted. */
    private static MediaType answer(List<MediaType> accepted) {
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .flatMap(wanted -> ANSWERS.stream().filter(wanted::includes))
                .findFirst()
                .orElse(ANSWERS.get(0));
    }
}
