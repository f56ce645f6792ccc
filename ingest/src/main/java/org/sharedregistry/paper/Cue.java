package org.sharedregistry.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What words on a paper announce. The words stand in Russian, Belarusian and English, as forms and laboratories print
 * them; a star stands for any ending.
 */
enum Cue {
    // Headings: of what kind the paper is.
    CERTIFICATE_HEADING(
            PaperKind.CERTIFICATE,
            "сертификат соответствия",
            "сертыфікат адпаведнасці",
            "certificate of conformity",
            "свидетельство о государственной регистрации",
            "пасведчанне аб дзяржаўнай рэгістрацыі"),
    DECLARATION_HEADING(
            PaperKind.DECLARATION,
            "декларация о соответствии",
            "дэкларацыя аб адпаведнасці",
            "declaration of conformity"),
    REPORT_HEADING(
            PaperKind.TEST_REPORT,
            "протокол испытани*",
            "протокол исследовани*",
            "протокол сертификационных испытани*",
            "пратакол выпрабаванн*",
            "test report"),
    PRODUCTION_HEADING(
            PaperKind.PRODUCTION_CONFIRMATION,
            "сертификат продукции собственного производства",
            "сертыфікат прадукцыі ўласнай вытворчасці",
            "сертификат о происхождении",
            "акт экспертизы",
            "выписка из реестра",
            "выпіска з рэестра",
            "certificate of own production"),
    PASSPORT_HEADING(PaperKind.PASSPORT, "паспорт", "пашпарт", "руководство по эксплуатации", "passport"),

    // Labels: whose name, number or code follows.
    APPLICANT(
            Field.APPLICANT,
            "заявитель",
            "заказчик",
            "сертификат выдан",
            "заяўнік",
            "заказчык",
            "applicant",
            "customer"),
    MANUFACTURER(
            Field.MANUFACTURER,
            "изготовитель",
            "производитель",
            "вытворца",
            "выраблена",
            "manufacturer",
            "manufactured by",
            "заказчик и изготовитель"),
    BODY(
            Field.BODY,
            "орган по сертификации",
            "орган па сертыфікацыі",
            "certification body",
            "ведет реестр",
            "выдадзены",
            "выдан"),
    LABORATORY(
            Field.LABORATORY,
            "испытательная лаборатория",
            "испытательной лаборатори*",
            "испытательный центр",
            "выпрабавальная лабараторыя",
            "выпрабавальнай лабараторы*",
            "testing laboratory",
            "test laboratory"),
    PRODUCT(
            Field.PRODUCT,
            "продукция",
            "прадукцыя",
            "product",
            "заявляет что",
            "объект испытаний",
            "аб'ект выпрабаванняў",
            "объект",
            "object of test",
            "наименование продукции",
            "наименование изделия"),
    MODELS(Field.MODEL, "модели", "модель", "мадэлі", "мадэль", "models", "model", "типы", "марки"),
    HS(
            Field.HS,
            "код* тн вэд",
            "коды тн вэд",
            "вэд еаэс",
            "зэд еаэс",
            "код* тн зэд",
            "кодтн вэд",
            "тн вэд",
            "тн зэд",
            "hs code",
            "hs codes"),
    OKPD2(Field.OKPD2, "окпд2", "окпд 2", "код* окпд2", "код* окпд 2", "код ок"),
    OKRB007(Field.OKRB007, "окрб 007", "акрб 007", "код* окрб 007", "код* акрб 007", "окрб"),
    NUMBER(
            Field.NUMBER,
            "регистрационный номер",
            "рэгістрацыйны нумар",
            "номер декларации",
            "номер реестровой записи",
            "registration number",
            "certificate no",
            "declaration no"),
    REPORT(
            Field.TEST_REPORT,
            "протокол*",
            "протокола испытаний",
            "протоколов испытаний",
            "пратакол*",
            "test report*",
            "report no"),

    // What stands before a day.
    ISSUED(
            Field.ISSUED,
            "дата регистрац*",
            "дата рэгістрацы*",
            "дата выдачи",
            "дата выдачы",
            "дата включения",
            "дата ўключэння",
            "зарегистрирован*",
            "выдан*",
            "date of issue",
            "date of registration",
            "registered",
            "issued"),
    APPROVED(Field.ISSUED, "утверждаю", "зацвярджаю", "approved"),
    VALIDITY(
            Field.VALID_FROM,
            "срок действия",
            "действует с",
            "действителен с",
            "действительна с",
            "тэрмін дзеяння",
            "дзейнічае з",
            "validity",
            "valid from"),
    VALID_UNTIL(
            Field.VALID_TO,
            "действителен по",
            "действителен до",
            "действительна по",
            "действительна до",
            "даты регистрации по",
            "действует по",
            "действует до",
            "срок действия по",
            "срок действия до",
            "дзейнічае да",
            "дзейнічае па",
            "valid until",
            "valid to",
            "expires"),

    // What stands before a number of an organisation.
    INN("инн", "inn"),
    OGRN("огрн", "огрнип", "основной государственный регистрационный номер", "ogrn"),
    UNP("унп", "уліковы нумар плацельшчыка", "unp"),

    /** What follows is about somebody's accreditation. */
    ACCREDITATION(
            "аттестат аккредитации",
            "аттестат* аккредитации",
            "запис* об аккредитации",
            "атэстат акрэдытацыі",
            "accreditation certificate",
            "accreditation"),
    GTIN("gtin", "штриховой код", "ean"),

    // Where the part before ends, and nothing follows that is kept.
    END(
            "место нахождения",
            "месца знаходжання",
            "место жительства",
            "адрес*",
            "телефон*",
            "тэлефон*",
            "address",
            "phone",
            "лице генерального",
            "лице директора",
            "соответствует требованиям",
            "адпавядае патрабаванням",
            "complies with the requirements",
            "дополнительная информация",
            "дадатковая інфармацыя",
            "additional information",
            "схема сертификации",
            "схема декларирования",
            "на основании",
            "принята на основании",
            "выдан на основании",
            "на падставе",
            "issued on the basis",
            "серийный выпуск",
            "серыйны выпуск",
            "serial production",
            "руководитель",
            "описание",
            "требования",
            "стандарты",
            "основание",
            "образец",
            "методы испытаний",
            "условия",
            "этот сертификат",
            "гэты сертыфікат");

    private final @Nullable PaperKind heading;
    private final @Nullable Field field;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> phrases;

    Cue(PaperKind heading, String... phrases) {
        this.heading = heading;
        this.field = null;
        this.phrases = List.of(phrases);
    }

    Cue(Field field, String... phrases) {
        this.heading = null;
        this.field = field;
        this.phrases = List.of(phrases);
    }

    Cue(String... phrases) {
        this.heading = null;
        this.field = null;
        this.phrases = List.of(phrases);
    }

    /** The kind of paper that the words head; null for other words. */
    @Nullable
    PaperKind heading() {
        return heading;
    }

    /** What follows; null where nothing does that is kept by itself. */
    @Nullable
    Field field() {
        return field;
    }

    List<String> phrases() {
        return phrases;
    }
}
