package dev.vireo.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** A page with holes: {@code {{name}}} is filled with escaped text, {@code {{{name}}}} with markup of our own. */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template of(String text) {
        return new Template(text);
    }

    static Template resource(String name) {
        try {
            return new Template(new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("The build left out " + name, missing);
        }
    }

    /** Every hole must have a value: a forgotten one is a defect. Values are never read for holes again. */
    String fill(Map<String, String> values) {
        Matcher hole = HOLE.matcher(text);
        StringBuilder out = new StringBuilder(text.length() + 1024);
        while (hole.find()) {
            boolean markup = hole.group(1) != null;
            String name = markup ? hole.group(1) : hole.group(2);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("The page has no value for " + name);
            }
            hole.appendReplacement(out, Matcher.quoteReplacement(markup ? value : Html.escape(value)));
        }
        return hole.appendTail(out).toString();
    }
}
