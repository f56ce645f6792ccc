package org.sharedregistry.pages.desk;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.document.DocumentViews;
import org.sharedregistry.document.Uploads;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.RecordedGoods;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing files: with scripts part by part and resumable, without them in one request. */
@Controller
@RequestMapping("/desk/uploads")
class UploadsPage {

    private static final int MOST_SHOWN = 100;

    private final Uploads uploads;
    private final DocumentViews documents;
    private final Goods goods;

    UploadsPage(Uploads uploads, DocumentViews documents, Goods goods) {
        this.uploads = uploads;
        this.documents = documents;
        this.goods = goods;
    }

    @GetMapping
    String show(
            Model model,
            Caller caller,
            Locale locale,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable String goods) {
        model.addAttribute("documents", documents.filed(caller.owner(), null, batch, null, MOST_SHOWN));
        model.addAttribute("batch", batch);
        model.addAttribute("nextBatch", UUID.randomUUID().toString());
        model.addAttribute("key", GoodsForm.newKey());
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("chosen", goods);
        model.addAttribute("own", own(caller, locale.getLanguage()));
        return "desk/uploads";
    }

    @PostMapping
    String take(
            Caller caller,
            @RequestParam List<MultipartFile> file,
            @RequestParam DocumentKind kind,
            @RequestParam(required = false) @Nullable Visibility visibility,
            @RequestParam(required = false) @Nullable String goods,
            @RequestParam String batch,
            @RequestParam String key)
            throws IOException {
        ResponseEntity<?> taken = uploads.take(
                caller,
                key,
                file,
                new Uploads.Purpose(
                        kind, visibility, goods == null || goods.isBlank() ? null : goods, null, null, batch));
        if (!taken.getStatusCode().is2xxSuccessful()) {
            throw new RegistryProblem(ProblemType.INTERNAL_ERROR, "");
        }
        return "redirect:/desk/uploads?batch=" + batch;
    }

    private List<Choice> own(Caller caller, String language) {
        return goods.recorded(goods.madeBy(caller.requiredOrganisation()), Long.MAX_VALUE).stream()
                .map(each -> choice(each, language))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static Choice choice(RecordedGoods recorded, String language) {
        return new Choice(
                recorded.entry().address(), recorded.descriptions().newest().name(language));
    }

    /** Goods that files can be brought for. */
    public record Choice(String address, String name) {}
}
