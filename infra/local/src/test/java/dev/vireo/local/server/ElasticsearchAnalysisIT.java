package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElasticsearchAnalysisIT {
    private static final DataFolder DATA = OwnedFolders.claim(Path.of("target", "real-servers"), "analysis");
    private static final ElasticsearchServer SERVER =
            new ElasticsearchServer(ServerBinaries.locate(), DATA, Port.free());
    private static final RestHttpClient REST = new RestHttpClient(SERVER.address());
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.kill9();
        OwnedFolders.delete(DATA.root());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "english | The children were running | children were run",
                "french | J'ai vu l'avion des chevaux | vu avion cheval",
                "german | Die Häuser der Städte | haus stadt",
                "spanish | Las canciones de los niños | cancion niñ",
                "italian | Le canzoni dell'estate | canzon estat",
                "portuguese | Os livros dos meninos | livr menin",
                "dutch | De fietsen van de buren | fiets bur",
                "russian | Красивые книги | красив книг",
                "arabic | والكتاب الكبير | كتاب كبير",
                "smartcn | 我爱北京天安门 | 我 爱 北京 天安门",
                "kuromoji | 寿司を食べました | 寿司 食べる",
                "cjk | 東京都 | 東京 京都",
                "icu_analyzer | Crème ภาษาไทย | creme ภาษา ไทย"
            })
    void languagesHaveTheirAnalyzers(String analyzer, String text, String expected) {
        assertThat(tokens("\"analyzer\":\"" + analyzer + "\"", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "standard | \"lowercase\",\"asciifolding\" | Élan Ørsted | elan orsted",
                "standard | {\"type\":\"asciifolding\",\"preserve_original\":true} | é | e é",
                "standard | {\"type\":\"edge_ngram\",\"min_gram\":2,\"max_gram\":4} | video | vi vid vide",
                "standard | {\"type\":\"ngram\",\"min_gram\":2,\"max_gram\":3} | bird | bi bir ir ird rd",
                "standard | {\"type\":\"stemmer\",\"language\":\"light_german\"} | liedern | lied",
                "standard | {\"type\":\"stemmer\",\"language\":\"swedish\"} | fåglarna | fågl",
                "standard | {\"type\":\"stop\",\"stopwords\":\"_french_\"} | le chat | chat",
                "standard | {\"type\":\"elision\",\"articles\":[\"dell\"]} | dell'arte | arte",
                "standard | \"icu_folding\" | ÅNGSTRÖM Straße | angstrom strasse",
                "standard | \"icu_normalizer\" | ﬁlm | film",
                "whitespace | {\"type\":\"word_delimiter_graph\",\"preserve_original\":true} | WiFi4All | WiFi4All Wi Fi 4 All",
                "whitespace | \"unique\" | a b a | a b",
                "whitespace | {\"type\":\"length\",\"min\":2,\"max\":3} | a bb ccc dddd | bb ccc",
                "whitespace | {\"type\":\"truncate\",\"length\":3} | birds | bir",
                "whitespace | {\"type\":\"shingle\",\"output_unigrams\":false} | big blue bird | big blue blue bird",
                "kuromoji_tokenizer | \"kuromoji_baseform\",\"kuromoji_part_of_speech\",\"ja_stop\" | 鳥が飲み | 鳥 飲む",
                "kuromoji_tokenizer | \"kuromoji_stemmer\" | サーバー | サーバ",
                "standard | \"arabic_normalization\" | أحمد | احمد",
                "standard | \"german_normalization\" | weiß | weiss"
            })
    void filtersHaveTheProductsParameters(String tokenizer, String filters, String text, String expected) {
        assertThat(tokens("\"tokenizer\":\"" + tokenizer + "\",\"filter\":[" + filters + "]", text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"edge_ngram\",\"min_gram\":1,\"max_gram\":3,\"token_chars\":[\"letter\"]} | ab-cde | a ab c cd cde",
                "{\"type\":\"ngram\",\"min_gram\":3,\"max_gram\":3} | bird | bir ird",
                "{\"type\":\"pattern\",\"pattern\":\",\"} | a,b c | a b c",
                "{\"type\":\"char_group\",\"tokenize_on_chars\":[\"whitespace\",\"-\"]} | a-b c | a b c",
                "\"icu_tokenizer\" | ภาษาไทย | ภาษา ไทย",
                "\"smartcn_tokenizer\" | 我爱北京 | 我 爱 北京",
                "{\"type\":\"kuromoji_tokenizer\",\"mode\":\"normal\"} | 関西国際空港 | 関西国際空港"
            })
    void tokenizersHaveTheProductsParameters(String tokenizer, String text, String expected) {
        assertThat(tokens("\"tokenizer\":" + tokenizer, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"html_strip\" | <b>big</b> bird | big bird",
                "{\"type\":\"mapping\",\"mappings\":[\"& => and\"]} | a & b | a and b",
                "{\"type\":\"pattern_replace\",\"pattern\":\"[0-9]+\"} | a1b | ab",
                "\"icu_normalizer\" | ﬁlm | film"
            })
    void characterFiltersComeFirst(String filter, String text, String expected) {
        assertThat(tokens("\"tokenizer\":\"standard\",\"char_filter\":[" + filter + "]", text))
                .isEqualTo(expected);
    }

    @Test
    void anIndexMayUseThemByNameAndWithSettings() {
        REST.put("/named", """
                {"settings":{"number_of_replicas":0,"analysis":{
                  "filter":{"start":{"type":"edge_ngram","min_gram":2,"max_gram":10}},
                  "normalizer":{"folded":{"type":"custom","filter":["lowercase","asciifolding"]}},
                  "analyzer":{
                    "prefix":{"tokenizer":"icu_tokenizer","filter":["icu_folding","start"]},
                    "plain":{"type":"english","stopwords":"_none_"}}}},
                 "mappings":{"properties":{
                  "tag":{"type":"keyword","normalizer":"folded"},
                  "title":{"type":"text","analyzer":"prefix","search_analyzer":"icu_analyzer"},
                  "text":{"type":"text","analyzer":"plain"}}}}""");
        REST.put("/named/_doc/1?refresh=true", """
                {"tag":"Été","title":"Vögel im Schilf","text":"the birds"}""");
        assertThat(hits("tag:ete")).isOne();
        assertThat(hits("title:vog")).isOne();
        assertThat(hits("text:the")).isOne();
        assertThat(hits("text:bird")).isOne();
    }

    @Test
    void whatTheProductRefusesIsRefused() {
        assertThatThrownBy(() -> tokens("\"tokenizer\":\"standard\",\"filter\":[\"no_such\"]", "a"))
                .hasMessageContaining("failed to find global filter under [no_such]");
        assertThatThrownBy(() -> tokens(
                        "\"tokenizer\":\"standard\",\"filter\":[{\"type\":\"ngram\",\"min_gram\":1,\"max_gram\":9}]",
                        "a"))
                .hasMessageContaining("index.max_ngram_diff");
    }

    private static int hits(String query) {
        String answer = REST.get("/named/_search?filter_path=hits.total.value&q=" + query);
        return Integer.parseInt(answer.replaceAll("[^0-9]", ""));
    }

    private static String tokens(String how, String text) {
        String answer = REST.post("/_analyze", "{" + how + ",\"text\":\"" + text + "\"}");
        List<String> words = TOKEN.matcher(answer)
                .results()
                .map((MatchResult word) -> word.group(1))
                .toList();
        return String.join(" ", words);
    }
}
