package org.sharedregistry.scans;

/**
 * A made-up organisation.
 *
 * @param name with its legal form
 */
record Company(String name, String address) {

    private static final String[] BEGINNINGS = {"Станко", "Электро", "Тех", "Пром", "Агро", "Гидро", "Энерго", "Свет"};
    private static final String[] ENDINGS = {"маш", "прибор", "мотор", "деталь", "завод", "сервис", "комплект", "строй"
    };

    static Company in(String state, Language language, Chance chance) {
        return new Company(
                chance.one(legalForms(state, language)) + " "
                        + quoted(chance.one(BEGINNINGS) + chance.one(ENDINGS) + "-" + chance.between(2, 98), chance),
                address(state, language, chance));
    }

    /** One that tests or certifies. */
    static Company examining(String state, Language language, Chance chance) {
        String centre = language == Language.BELARUSIAN
                ? chance.one("Цэнтр выпрабаванняў", "Палігон", "Якасць")
                : chance.one("Центр испытаний", "Полигон", "Качество", "Промэкспертиза");
        return new Company(
                chance.one(legalForms(state, language)) + " " + quoted(centre + "-" + chance.between(2, 98), chance),
                address(state, language, chance));
    }

    private static String quoted(String name, Chance chance) {
        return chance.oneIn(2) ? "\"" + name + "\"" : "«" + name + "»";
    }

    private static String[] legalForms(String state, Language language) {
        return switch (state) {
            case "KZ" -> new String[] {"ТОО"};
            case "KG" -> new String[] {"ОсОО"};
            case "BY" ->
                language == Language.BELARUSIAN
                        ? new String[] {"ААТ", "ТАА", "ЗАТ"}
                        : new String[] {"ОАО", "ООО", "УП"};
            default -> new String[] {"ООО", "АО", "ПАО"};
        };
    }

    private static String address(String state, Language language, Chance chance) {
        int house = chance.between(1, 120);
        return switch (state) {
            case "BY" ->
                language == Language.BELARUSIAN
                        ? "Рэспубліка Беларусь, 220%s, г. Мінск, вул. Заводская, %d".formatted(chance.digits(3), house)
                        : "Республика Беларусь, 220%s, г. Минск, ул. Заводская, %d".formatted(chance.digits(3), house);
            case "KZ" -> "Республика Казахстан, 050%s, г. Алматы, ул. Складская, %d".formatted(chance.digits(3), house);
            case "KG" -> "Кыргызская Республика, 720%s, г. Бишкек, ул. Южная, %d".formatted(chance.digits(3), house);
            case "AM" -> "Республика Армения, 00%s, г. Ереван, ул. Северная, %d".formatted(chance.digits(2), house);
            default ->
                "Российская Федерация, 14%s, г. Подольск, ул. Промышленная, %d".formatted(chance.digits(4), house);
        };
    }
}
