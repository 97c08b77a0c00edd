package dev.vireo.gateway.view;

import java.util.regex.Pattern;

/** Programs that say of themselves that nobody watches. Those that say they are browsers are believed. */
final class Bots {
    /** Crawlers and previews by what their names have in common, monitors, and tools that fetch. */
    private static final Pattern SAID = Pattern.compile(
            "(?<!cu)bot\\b|bot[/_;-]|crawl|spider|slurp|scrap|fetcher|archiver|preview|facebookexternalhit|embedly|whatsapp"
                    + "|lighthouse|pagespeed|pingdom|uptime|monitor|headless-?checker|validator"
                    + "|^curl/|^wget/|^python-|^go-http-client|^libwww|^http-?ie|^ruby|^perl|mastodon/|pleroma|misskey",
            Pattern.CASE_INSENSITIVE);

    private Bots() {}

    /** A program without a name is one too: every browser and player has one. */
    static boolean isBot(String userAgent) {
        return userAgent.isBlank() || SAID.matcher(userAgent).find();
    }
}
