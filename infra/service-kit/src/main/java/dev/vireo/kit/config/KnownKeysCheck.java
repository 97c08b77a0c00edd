package dev.vireo.kit.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Stops the start when a key under {@code vireo.} belongs to no properties record: a misspelt key must never be a
 * silently missing setting. (Each record itself refuses unknown fields by {@code ignoreUnknownFields = false}.)
 */
final class KnownKeysCheck implements SmartInitializingSingleton {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("vireo");
    private static final ConfigurationPropertyName INSTANCES = ROOT.append("instances");

    private final ListableBeanFactory beans;
    private final ConfigurableEnvironment environment;

    KnownKeysCheck(ListableBeanFactory beans, ConfigurableEnvironment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<ConfigurationPropertyName> prefixes = prefixes();
        Set<String> unknown = new TreeSet<>();
        keys().filter(key -> ROOT.isAncestorOf(key) && prefixes.stream().noneMatch(prefix -> covers(prefix, key)))
                .forEach(key -> unknown.add(key.toString()));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Unknown configuration keys: " + String.join(", ", unknown)
                    + ". Correct or remove them; application.yaml lists every key there is.");
        }
    }

    private List<ConfigurationPropertyName> prefixes() {
        return Stream.concat(
                        Stream.of(INSTANCES),
                        beans.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                                .map(bean -> bean.getClass().getAnnotation(ConfigurationProperties.class))
                                .filter(java.util.Objects::nonNull)
                                .map(found -> ConfigurationPropertyName.of(
                                        found.prefix().isEmpty() ? found.value() : found.prefix())))
                .filter(prefix -> !prefix.equals(ROOT))
                .toList();
    }

    /** Variables of the environment are left out: they may be meant for another program on the machine. */
    private Stream<ConfigurationPropertyName> keys() {
        return environment.getPropertySources().stream()
                .filter(source -> !StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName()))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Stream.of(source.getPropertyNames()))
                .map(name -> ConfigurationPropertyName.adapt(name, '.'));
    }

    private static boolean covers(ConfigurationPropertyName prefix, ConfigurationPropertyName key) {
        return prefix.isAncestorOf(key) || prefix.equals(key) || key.toString().startsWith(prefix + "[");
    }
}
