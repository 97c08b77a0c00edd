package dev.vireo.local.analysis;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.elasticsearch.common.settings.Settings;

/** Classes of characters by the product's names. */
final class TokenCharacters {
    private TokenCharacters() {}

    /** What belongs to a token by the parameter {@code token_chars}: without it everything does. */
    static IntPredicate of(Settings settings) {
        List<String> names = settings.getAsList("token_chars");
        String custom = settings.get("custom_token_chars", "");
        return names.stream()
                .map(name -> "custom".equals(name) ? oneOf(custom) : named(name))
                .reduce(IntPredicate::or)
                .orElse(character -> true);
    }

    /** Single characters and names of classes. */
    static IntPredicate separators(List<String> words) {
        return words.stream()
                .map(word -> word.codePointCount(0, word.length()) == 1 ? oneOf(word) : escapedOrNamed(word))
                .reduce(IntPredicate::or)
                .orElse(character -> false);
    }

    private static IntPredicate escapedOrNamed(String word) {
        return word.startsWith("\\") ? oneOf(word.translateEscapes()) : named(word);
    }

    private static IntPredicate oneOf(String characters) {
        return character -> characters.indexOf(character) >= 0;
    }

    private static IntPredicate named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation" ->
                character -> isOf(
                        character,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.OTHER_PUNCTUATION,
                        Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION);
            case "symbol" ->
                character -> isOf(
                        character,
                        Character.CURRENCY_SYMBOL,
                        Character.MATH_SYMBOL,
                        Character.OTHER_SYMBOL,
                        Character.MODIFIER_SYMBOL);
            default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
        };
    }

    private static boolean isOf(int character, byte... types) {
        int type = Character.getType(character);
        for (byte candidate : types) {
            if (candidate == type) {
                return true;
            }
        }
        return false;
    }
}
