package org.sharedregistry.identifier;

/** The check digits of the numbers that have them. Every method takes the digits and letters alone. */
final class CheckDigits {

    private static final int[] INN_10 = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] UNP = {29, 23, 19, 17, 13, 7, 5, 3};
    private static final String UNP_SECOND_LETTERS = "ABCEHKMOPT";

    private CheckDigits() {}

    /** A taxpayer's number in Russia, 10 digits for organisations and 12 for persons. */
    static boolean inn(String digits) {
        return digits.length() == 10
                ? innDigit(digits, INN_10) == digit(digits, 9)
                : innDigit(digits, INN_12_FIRST) == digit(digits, 10)
                        && innDigit(digits, INN_12_SECOND) == digit(digits, 11);
    }

    /** A state registration number in Russia: 13 digits modulo 11, or 15 for sole traders modulo 13. */
    static boolean ogrn(String digits) {
        int last = digits.length() - 1;
        return Long.parseLong(digits.substring(0, last)) % (last - 1) % 10 == digit(digits, last);
    }

    /** A payer's number in Belarus. */
    static boolean unp(String number) {
        int sum = 0;
        for (int i = 0; i < UNP.length; i++) {
            char sign = number.charAt(i);
            int value =
                    i == 1 && Character.isLetter(sign) ? UNP_SECOND_LETTERS.indexOf(sign) : Character.digit(sign, 36);
            sum += value * UNP[i];
        }
        int check = sum % 11;
        return check < 10 && check == digit(number, 8);
    }

    /** GTIN-8, -12, -13 and -14: GS1 General Specifications, 7.9. */
    static boolean gtin(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += digit(digits, i) * weight;
        }
        return sum % 10 == 0;
    }

    /** A wagon of the 1520 mm railways: Luhn. */
    static boolean wagon(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = digit(digits, i) * ((digits.length() - i) % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** A container: ISO 6346. Letters count from 10 on, leaving out the multiples of 11. */
    static boolean container(String number) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            char sign = number.charAt(i);
            int value = Character.isLetter(sign) ? letterOfContainer(sign) : sign - '0';
            sum += value << i;
        }
        return sum % 11 % 10 == digit(number, 10);
    }

    private static int letterOfContainer(char letter) {
        int value = 10;
        for (char other = 'A'; other < letter; other++) {
            value += (value + 1) % 11 == 0 ? 2 : 1;
        }
        return value;
    }

    private static int innDigit(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum % 11 % 10;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
