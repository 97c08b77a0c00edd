package dev.vireo.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A viewer with a real Chromium. Everything that the page complains about is kept. */
final class Watching implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required",
            // Players connect to each other over loopback, by address and not by a name that mDNS would have to know.
            "--allow-loopback-in-peer-connection",
            "--disable-features=Translate,MediaRouter,OptimizationHints,WebRtcHideLocalIpsWithMdns");

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Watching() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("house.chromium", "/usr/bin/chromium")))
                        .setArgs(QUIET));
        page = browser.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    void open(URI instance, String path) {
        page.navigate(instance.resolve(path).toString());
    }

    /** Has each page run a script before its own; at the start of the viewing. */
    void before(String script) {
        page.addInitScript(script);
    }

    /** From now on no media come but playlists, digests, and what each file begins with. */
    void closeMediaDoor() {
        page.route("**/media/**/*.mp4", route -> {
            if (route.request().headers().getOrDefault("range", "").startsWith("bytes=0-")) {
                route.resume();
            } else {
                route.abort();
            }
        });
    }

    /** Starts to play, muted; does not wait for anything to be played. */
    void play() {
        page.waitForSelector("video");
        page.evaluate("() => { const v = document.querySelector('video'); v.muted = true; void v.play() }");
    }

    void chooseQuality(String label) {
        page.selectOption("#quality", new SelectOption().setLabel(label));
    }

    double currentTime() {
        return number("v.currentTime");
    }

    double duration() {
        return number("v.duration");
    }

    double buffered() {
        return number("v.buffered.length ? v.buffered.end(v.buffered.length - 1) : 0");
    }

    int pictureHeight() {
        return (int) number("v.videoHeight");
    }

    boolean ended() {
        return Boolean.TRUE.equals(page.evaluate("() => document.querySelector('video').ended"));
    }

    /** Stretches of the buffer; one when playback has no gap. */
    int bufferedRanges() {
        return (int) number("v.buffered.length");
    }

    /** One of the figures of sharing: peers, httpBytes, peerBytes, givenBytes, checked, dropped, banned. */
    long shared(String figure) {
        return (long) number("Number(document.querySelector('#sharing-figures').dataset." + figure + " ?? 0)");
    }

    List<String> complaints() {
        return complaints;
    }

    void screenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "artifacts", name + ".png")));
    }

    private double number(String expression) {
        Object value = page.evaluate("() => { const v = document.querySelector('video'); return " + expression + " }");
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
