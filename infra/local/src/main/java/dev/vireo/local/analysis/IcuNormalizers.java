package dev.vireo.local.analysis;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.Locale;
import org.elasticsearch.common.settings.Settings;

/** Normal forms of Unicode by the parameters {@code name}, {@code mode} and {@code unicode_set_filter}. */
final class IcuNormalizers {
    private IcuNormalizers() {}

    static Normalizer2 of(Settings settings) {
        Normalizer2.Mode mode =
                "decompose".equals(settings.get("mode")) ? Normalizer2.Mode.DECOMPOSE : Normalizer2.Mode.COMPOSE;
        String name = settings.get("name", "nfkc_cf").toLowerCase(Locale.ROOT);
        return filtered(Normalizer2.getInstance(null, name, mode), settings);
    }

    /** Leaves alone what is outside of the set, when there is one. */
    static Normalizer2 filtered(Normalizer2 normalizer, Settings settings) {
        String set = settings.get("unicode_set_filter");
        return set == null ? normalizer : new FilteredNormalizer2(normalizer, new UnicodeSet(set).freeze());
    }
}
