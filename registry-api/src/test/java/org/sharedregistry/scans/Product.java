package org.sharedregistry.scans;

import java.util.List;

/**
 * A kind of goods with the codes and rules that it has.
 *
 * @param code of OKPD2 and of OKRB 007, which agree in these
 * @param series what its models' names begin with
 */
record Product(
        String russian,
        String belarusian,
        String hs,
        String code,
        List<String> regulations,
        List<String> standards,
        String series) {

    private static final String LOW_VOLTAGE = "ТР ТС 004/2011";
    private static final String MACHINES = "ТР ТС 010/2011";
    private static final String COMPATIBILITY = "ТР ТС 020/2011";
    private static final String SUBSTANCES = "ТР ЕАЭС 037/2016";

    static final List<Product> INDUSTRIAL = List.of(
            new Product(
                    "Холодильники бытовые электрические",
                    "Халадзільнікі бытавыя электрычныя",
                    "8418102001",
                    "27.51.11.110",
                    List.of(LOW_VOLTAGE, COMPATIBILITY, SUBSTANCES),
                    List.of("ГОСТ IEC 60335-1-2015", "ГОСТ IEC 60335-2-24-2016", "СТБ EN 55014-1-2005"),
                    "ХМ-"),
            new Product(
                    "Станки токарные с числовым программным управлением",
                    "Станкі такарныя з лікавым праграмным кіраваннем",
                    "8458114109",
                    "28.41.21.110",
                    List.of(MACHINES, LOW_VOLTAGE, COMPATIBILITY),
                    List.of("ГОСТ 12.2.009-99", "ГОСТ EN 12415-2006", "ГОСТ Р МЭК 60204-1-2007"),
                    "СТЧ-"),
            new Product(
                    "Электродвигатели асинхронные трёхфазные",
                    "Электрарухавікі асінхронныя трохфазныя",
                    "8501522001",
                    "27.11.22.000",
                    List.of(LOW_VOLTAGE, COMPATIBILITY),
                    List.of("ГОСТ IEC 60034-1-2014", "ГОСТ IEC 60034-5-2011"),
                    "АИР"),
            new Product(
                    "Насосы центробежные для воды",
                    "Помпы цэнтрабежныя для вады",
                    "8413702100",
                    "28.13.14.110",
                    List.of(MACHINES),
                    List.of("ГОСТ 31839-2012", "ГОСТ 31840-2012", "СТБ EN 809-2009"),
                    "НЦ-"),
            new Product(
                    "Кабели силовые с изоляцией из сшитого полиэтилена",
                    "Кабелі сілавыя з ізаляцыяй са сшытага поліэтылену",
                    "8544499108",
                    "27.32.13.110",
                    List.of(LOW_VOLTAGE, SUBSTANCES),
                    List.of("ГОСТ 31996-2012", "ГОСТ IEC 60332-1-2-2011", "IEC 60502-1:2021"),
                    "ПвВГ-"),
            new Product(
                    "Светильники светодиодные стационарные",
                    "Свяцільні святлодыёдныя стацыянарныя",
                    "9405110019",
                    "27.40.25.123",
                    List.of(LOW_VOLTAGE, COMPATIBILITY, SUBSTANCES),
                    List.of("ГОСТ IEC 60598-1-2017", "EN 55015:2019", "СТБ IEC 62031-2015"),
                    "ДСП-"));

    /** Of those that health authorities register. */
    static final Product COSMETICS = new Product(
            "Средство моющее для рук с дезинфицирующим действием",
            "Сродак мыйны для рук з дэзінфікуючым дзеяннем",
            "3401300000",
            "20.42.19.110",
            List.of("ТР ТС 009/2011"),
            List.of("ГОСТ 31696-2012", "ГОСТ 32117-2013"),
            "МД-");

    String in(Language language) {
        return language == Language.BELARUSIAN ? belarusian : russian;
    }
}
