package dev.vireo.kit.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A URI of a properties record is absolute, of scheme {@code http} or {@code https}, and names a host. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HttpAddress.OfUri.class)
public @interface HttpAddress {
    /** What the start says when it stops. */
    String message() default "must be an address like http://host:port";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** Checks URIs. */
    final class OfUri implements ConstraintValidator<HttpAddress, URI> {
        @Override
        public boolean isValid(@Nullable URI value, ConstraintValidatorContext context) {
            return value == null
                    || (value.getHost() != null
                            && ("http".equalsIgnoreCase(value.getScheme())
                                    || "https".equalsIgnoreCase(value.getScheme())));
        }
    }
}
