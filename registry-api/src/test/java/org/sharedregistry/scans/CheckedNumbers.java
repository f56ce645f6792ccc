package org.sharedregistry.scans;

/** Makes up numbers whose last digit is right. */
final class CheckedNumbers {

    private static final int[] INN = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] UNP = {29, 23, 19, 17, 13, 7, 5, 3};
    private static final int[] GTIN_13 = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3};

    private final Chance chance;

    CheckedNumbers(Chance chance) {
        this.chance = chance;
    }

    /** Of an organisation. */
    String inn() {
        String digits = chance.between(10, 78) + chance.digits(7);
        return digits + sum(digits, INN) % 11 % 10;
    }

    /** Of an organisation. */
    String ogrn() {
        String digits = "1%02d%02d%s".formatted(chance.between(2, 24), chance.between(10, 78), chance.digits(7));
        return digits + Long.parseLong(digits) % 11 % 10;
    }

    String unp() {
        while (true) {
            String digits = chance.between(10, 79) + chance.digits(6);
            int check = sum(digits, UNP) % 11;
            if (check < 10) { // no payer has a number whose remainder is 10
                return digits + check;
            }
        }
    }

    /** @param state RU or BY, whose prefixes are 460 to 469 and 481 */
    String gtin(String state) {
        String digits = (state.equals("BY") ? 481 : chance.between(460, 469)) + chance.digits(9);
        return digits + (10 - sum(digits, GTIN_13) % 10) % 10;
    }

    private static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }
}
