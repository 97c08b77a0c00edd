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
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** A time or a size of a properties record lies between two values, both allowed, written as in the configuration. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {InRange.OfDuration.class, InRange.OfDataSize.class})
public @interface InRange {
    /** Least value: {@code 100ms}, {@code 1KB}. */
    String min();

    /** Greatest value. */
    String max();

    /** What the start says when it stops. */
    String message() default "must be {min} to {max}";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** Checks times. */
    final class OfDuration implements ConstraintValidator<InRange, Duration> {
        private Duration min = Duration.ZERO;
        private Duration max = Duration.ZERO;

        @Override
        public void initialize(InRange range) {
            min = DurationStyle.detectAndParse(range.min());
            max = DurationStyle.detectAndParse(range.max());
        }

        @Override
        public boolean isValid(@Nullable Duration value, ConstraintValidatorContext context) {
            return value == null || (value.compareTo(min) >= 0 && value.compareTo(max) <= 0);
        }
    }

    /** Checks sizes. */
    final class OfDataSize implements ConstraintValidator<InRange, DataSize> {
        private DataSize min = DataSize.ofBytes(0);
        private DataSize max = DataSize.ofBytes(0);

        @Override
        public void initialize(InRange range) {
            min = DataSize.parse(range.min());
            max = DataSize.parse(range.max());
        }

        @Override
        public boolean isValid(@Nullable DataSize value, ConstraintValidatorContext context) {
            return value == null || (value.compareTo(min) >= 0 && value.compareTo(max) <= 0);
        }
    }
}
