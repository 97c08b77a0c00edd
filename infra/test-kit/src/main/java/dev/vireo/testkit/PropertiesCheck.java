package dev.vireo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Binds a properties record as the start of a service does, with validation, and holds it to what the house asks of
 * each: defaults that are written down, keys that all arrive, nonsense that is refused by name. Keys are those below the
 * record's prefix, in the canonical form ({@code max-size}).
 */
public final class PropertiesCheck {
    private final Class<? extends Record> type;
    private final String prefix;
    private final Map<String, String> required;

    private PropertiesCheck(Class<? extends Record> type, Map<String, String> required) {
        this.type = type;
        this.prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                .value();
        this.required = Map.copyOf(required);
    }

    /** Of a record in which everything has a default. */
    public static PropertiesCheck of(Class<? extends Record> type) {
        return new PropertiesCheck(type, Map.of());
    }

    /** The same, with values for the keys that have no default. */
    public PropertiesCheck requiring(Map<String, String> values) {
        return new PropertiesCheck(type, values);
    }

    /** Each key without a default is really missed, and the defaults are these, one for each of the other keys. */
    public void assertDefaults(Map<String, String> expected) {
        for (String key : required.keySet()) {
            Map<String, String> others = new HashMap<>(required);
            others.remove(key);
            assertThat(catchThrowable(() -> bind(others))).as("without " + key).isInstanceOf(BindException.class);
        }
        Map<String, String> all = with(expected);
        assertThat(components(all)).containsAll(mandatory());
        assertThat(bind(required)).isEqualTo(bind(all));
    }

    /**
     * The service's {@code application.yaml} has every key, with the default.
     *
     * @param own keys that have another value in this service, or no default
     */
    public void assertApplicationYaml(String... own) {
        Map<String, String> written = applicationYaml();
        assertThat(components(written)).as("keys of application.yaml").containsAll(mandatory());
        written.keySet().removeIf(key -> List.of(own).contains(component(key)));
        assertThat(bind(with(written))).isEqualTo(bind(required));
    }

    /** Each of these values arrives: they name every key, and none is the default. */
    public void assertMapping(Map<String, String> values) {
        assertThat(components(values)).isEqualTo(all());
        Record plain = bind(required);
        Record set = bind(values);
        for (RecordComponent component : type.getRecordComponents()) {
            assertThat(value(set, component))
                    .as(component.getName())
                    .isNotNull()
                    .isNotEqualTo(value(plain, component));
        }
    }

    /** Each of these values of one key stops the start, and the message names the key. */
    public void assertRefused(String key, String... values) {
        for (String value : values) {
            Throwable refused = catchThrowable(() -> bind(with(Map.of(key, value))));
            assertThat(refused).as("%s=%s", key, value).isInstanceOf(BindException.class);
            assertThat(uniform(messages(refused))).containsAnyOf("'" + uniform(key) + "'", uniform(prefix + "." + key));
        }
    }

    private Record bind(Map<String, String> values) {
        var source = new MapConfigurationPropertySource(values.entrySet().stream()
                .collect(Collectors.toMap(value -> prefix + "." + value.getKey(), Map.Entry::getValue)));
        boolean strict = !Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                .ignoreUnknownFields();
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            BindHandler fields = strict ? new NoUnboundElementsBindHandler(BindHandler.DEFAULT) : BindHandler.DEFAULT;
            var handler = new ValidationBindHandler(fields, new SpringValidatorAdapter(validation.getValidator()));
            return new Binder(source).bindOrCreate(prefix, Bindable.of(type), handler);
        }
    }

    private Map<String, String> with(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(required);
        all.putAll(values);
        return all;
    }

    private Map<String, String> applicationYaml() {
        Map<String, String> found = new LinkedHashMap<>();
        try {
            for (var source : new YamlPropertySourceLoader().load("yaml", new ClassPathResource("application.yaml"))) {
                for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    if (name.startsWith(prefix + ".")) {
                        found.put(name.substring(prefix.length() + 1), String.valueOf(source.getProperty(name)));
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    private Set<String> all() {
        return Arrays.stream(type.getRecordComponents())
                .map(PropertiesCheck::key)
                .collect(Collectors.toSet());
    }

    /** Whatever has a value by itself; a map is open, so it may have none. */
    private Set<String> mandatory() {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && component.getType() != Map.class)
                .map(PropertiesCheck::key)
                .collect(Collectors.toSet());
    }

    private static String key(RecordComponent component) {
        return DataObjectPropertyName.toDashedForm(component.getName());
    }

    private static String messages(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
    }

    /** Validation names fields as in Java, {@code clients[upload]}, and constructors name keys. */
    private static String uniform(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replaceAll("\\[(\\w+)]", ".$1");
    }

    private static Set<String> components(Map<String, String> values) {
        return values.keySet().stream().map(PropertiesCheck::component).collect(Collectors.toSet());
    }

    private static String component(String key) {
        return key.split("[.\\[]", 2)[0];
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
