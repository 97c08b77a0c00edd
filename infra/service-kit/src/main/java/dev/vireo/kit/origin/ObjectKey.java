package dev.vireo.kit.origin;

/**
 * Name of an object: parts joined by {@code /}, each 1 to 200 characters that are safe in URLs and file names, so that
 * no key is ever a path out of its place.
 */
public record ObjectKey(String value) {
    private static final int LONGEST_PART = 200;

    public ObjectKey {
        for (String part : value.split("/", -1)) {
            if (!isSafe(part)) {
                throw new IllegalArgumentException("Not an object key: " + value);
            }
        }
    }

    /** The key below this one. */
    public ObjectKey resolve(String name) {
        return new ObjectKey(value + "/" + name);
    }

    private static boolean isSafe(String part) {
        return !part.isEmpty()
                && part.length() <= LONGEST_PART
                && part.charAt(0) != '.'
                && part.chars().allMatch(ObjectKey::isSafe);
    }

    private static boolean isSafe(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_'
                || character == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
