package dev.vireo.seeder.ipfsgateway;

import com.google.common.html.HtmlEscapers;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A directory as a page of links. */
final class DirectoryPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
            td{padding:.2rem 1rem .2rem 0;overflow-wrap:anywhere}td:last-child{text-align:right;white-space:nowrap}
            code{font-size:.8em;opacity:.7}
            """;
    private static final int SHOWN_LETTERS = 8;
    private static final long STEP = 1000;

    private DirectoryPage() {}

    /**
     * The page.
     *
     * @param entries those that are shown
     * @param more there are more than those
     */
    static String of(ContentPath path, Cid directory, List<DagLink> entries, boolean more) {
        StringBuilder rows = new StringBuilder();
        if (!path.names().isEmpty()) {
            rows.append(up(path));
        }
        entries.forEach(entry -> rows.append(row(path, entry)));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>%2$s</style></head><body><h1>Index of %1$s</h1><p>%6$s</p><p><code>%3$s</code></p>
                <table>
                %4$s</table>%5$s</body></html>
                """.formatted(
                        escaped(title(path)), STYLE, directory, rows, more ? more(entries.size()) : "", trail(path));
    }

    /** Each directory on the way. */
    private static String trail(ContentPath path) {
        StringBuilder trail = new StringBuilder("/ipfs/<a href=\"/ipfs/%1$s\">%1$s</a>".formatted(path.root()));
        for (int depth = 1; depth <= path.names().size(); depth++) {
            String name = escaped(path.names().get(depth - 1));
            trail.append("/<a href=\"%s\">%s</a>".formatted(href(path, depth), name));
        }
        return trail.toString();
    }

    private static String up(ContentPath path) {
        return "<tr><td><a href=\"%s\">..</a></td><td></td><td></td></tr>\n"
                .formatted(href(path, path.names().size()) + "/..");
    }

    private static String row(ContentPath path, DagLink entry) {
        String address = href(path, path.names().size()) + "/" + encoded(entry.name());
        String cid = entry.cid().toString();
        return "<tr><td><a href=\"%s\">%s</a></td><td><code><a href=\"/ipfs/%s?filename=%s\">%s…</a></code></td><td>%s</td></tr>\n"
                .formatted(
                        address,
                        escaped(entry.name()),
                        cid,
                        encoded(entry.name()),
                        cid.substring(0, SHOWN_LETTERS),
                        size(entry.size()));
    }

    private static String more(int shown) {
        return "<p>There are more than these %d.</p>".formatted(shown);
    }

    private static String title(ContentPath path) {
        return "/ipfs/" + path.root()
                + path.names().stream().map(name -> "/" + name).reduce("", String::concat);
    }

    /** Of the directory so many names below the root. */
    private static String href(ContentPath path, int depth) {
        StringBuilder address = new StringBuilder("/ipfs/" + path.root());
        path.names().subList(0, depth).forEach(name -> address.append('/').append(encoded(name)));
        return address.toString();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    /** As people read it. */
    private static String size(long bytes) {
        long unit = 1;
        int at = 0;
        while (at < 4 && bytes / unit >= STEP) {
            unit *= STEP;
            at++;
        }
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        return at == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", (double) bytes / unit, units[at]);
    }
}
