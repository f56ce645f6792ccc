package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints what {@code docs/benchmarks.md} keeps. The server and the load share one machine, and one process. */
public final class Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 15;
    private static final int UPLOADS = 21;

    private Benchmark() {}

    /** Starts a registry with the demo in a temporary home and measures it. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("registry-benchmark");
        SpringApplication application = new SpringApplication(RegistryApplication.class, ConstantAnswer.class);
        try (ConfigurableApplicationContext context = application.run(
                "--registry.home=" + home,
                "--registry.demo=true",
                "--server.port=0",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--logging.level.root=error")) {
            int port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
            Client maker = new Client("http://localhost:" + port, apiKey(home));
            awaitQuiet(maker);
            upload(maker);
            verify(port, maker);
        }
    }

    private static void verify(int port, Client client) throws InterruptedException, ExecutionException {
        List<String> numbers = List.of(
                "ЕАЭС BY/112 02.01. ТР004 003 00123",
                "EAC RU C-BY.HA81.B.00123/24",
                "RU D-BY.PA01.B.12345/24",
                "BYPR5103384802",
                "10012345",
                client.get("/api/v1/goods", "q", "трактор").at("/items/0/registryNumber"),
                "ЕАЭС RU С-RU.НА81.В.99999/25");
        List<String> questions = numbers.stream()
                .map(number -> "/api/v1/verifications?destination=RU&number=" + URLEncoder.encode(number, UTF_8))
                .toList();
        Load load = new Load(CONNECTIONS);
        Load.Server server = () -> new HttpConnection(port);
        load.run(server, questions, WARM_UP_SECONDS);
        Load.Result constant = load.run(server, List.of("/api/v1/constant"), SECONDS);
        Load.Result verification = load.run(server, questions, SECONDS);
        print("constant answer", constant);
        print("verification", verification);
        System.out.printf("ratio verification / constant: %.3f%n", verification.perSecond() / constant.perSecond());
    }

    private static void print(String name, Load.Result result) {
        System.out.printf(
                "%-16s %d connections: %8.0f requests/s, median %6.2f ms, p99 %6.2f ms%n",
                name, CONNECTIONS, result.perSecond(), result.median(), result.p99());
    }

    /** From the first byte sent to the first search that finds the document. */
    private static void upload(Client client) throws IOException, InterruptedException {
        byte[] report = fivePages();
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            byte[] copy = Arrays.copyOf(report, report.length + 1 + i);
            Arrays.fill(copy, report.length, copy.length, (byte) '\n');
            long start = System.nanoTime();
            String id = client.upload("report-" + i + ".pdf", copy, "kind", "TEST_REPORT")
                    .at("/id");
            while (!client.get("/api/v1/documents/" + id).at("/status").equals("INDEXED")) {
                Thread.sleep(2);
            }
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        millis.sort(null);
        System.out.printf(
                "upload to searchable, PDF of 5 pages: median %d ms, slowest %d ms of %d%n",
                millis.get(UPLOADS / 2), millis.get(UPLOADS - 1), UPLOADS);
    }

    private static byte[] fivePages() throws IOException {
        Path demo = Path.of("registry-api/src/main/resources/demo/documents/report-fridge-rk300.pdf");
        try (PDDocument document = Loader.loadPDF(demo.toFile());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int i = 0; document.getNumberOfPages() < 5; i++) {
                document.importPage(document.getPage(i));
            }
            while (document.getNumberOfPages() > 5) {
                document.removePage(document.getNumberOfPages() - 1);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** The demo's own documents are being read at first. */
    private static void awaitQuiet(Client client) throws InterruptedException {
        while (client.get("/api/v1/documents", "q", "сертификат продукции собственного производства")
                        .json()
                        .at("/total/value")
                        .asInt()
                < 1) {
            Thread.sleep(200);
        }
        Thread.sleep(5_000);
    }

    private static String apiKey(Path home) throws IOException {
        JsonNode accounts =
                JsonMapper.builder().build().readTree(Files.readAllBytes(home.resolve("demo-accounts.json")));
        return accounts.get(0).path("apiKey").asString();
    }
}
