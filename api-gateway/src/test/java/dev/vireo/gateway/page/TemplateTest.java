package dev.vireo.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class TemplateTest {
    @Test
    void textNeverBecomesMarkup() {
        Template template = Template.of("<a title=\"{{text}}\">{{text}}</a>{{{markup}}}");
        assertThat(template.fill(Map.of("text", "\"><script>'&`{{markup}}$1\\", "markup", "<b>")))
                .isEqualTo("<a title=\"&quot;&gt;&lt;script&gt;&#39;&amp;&#96;{{markup}}$1\\\">"
                        + "&quot;&gt;&lt;script&gt;&#39;&amp;&#96;{{markup}}$1\\</a><b>");
    }

    @Test
    void everyHoleNeedsAValue() {
        assertThatThrownBy(() -> Template.of("{{name}}").fill(Map.of())).hasMessageContaining("name");
    }

    @Test
    void whateverTextComesNothingOfItCanOpenATagOrEndAnAttribute() {
        Random random = new Random(17);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(20, 0, 0x110000).forEach(point -> text.appendCodePoint(round(random, point)));
            assertThat(Html.escape(text.toString())).doesNotContain("<", ">", "\"", "'", "`", "\u0000", "\u0085");
        }
    }

    private static int round(Random random, int point) {
        return random.nextBoolean() ? point & 0x7F : point;
    }

    @Test
    void findsTheBuiltScriptsAndTheirStyles() {
        WebClient client = WebClient.of(JsonMapper.shared().readTree("""
                {"_shared.js": {"file": "assets/shared-1.js", "css": ["assets/shared-2.css"]},
                 "src/home.ts": {"file": "assets/home-3.js", "imports": ["_shared.js"]}}
                """));
        assertThat(client.head("home"))
                .isEqualTo("<link rel=\"stylesheet\" href=\"/assets/shared-2.css\">\n"
                        + "<script type=\"module\" src=\"/assets/home-3.js\"></script>");
        assertThatThrownBy(() -> client.head("watch")).hasMessageContaining("src/watch.ts");
    }
}
