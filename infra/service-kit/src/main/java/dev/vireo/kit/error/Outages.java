package dev.vireo.kit.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a defect of ours: the first passes, and callers should know to try again. */
public final class Outages {
    /** SQLSTATE classes of PostgreSQL: connection failures, and a server that stops, starts or lacks resources. */
    private static final String CONNECTION = "08";

    private static final String OPERATOR = "57P";
    private static final String RESOURCES = "53";

    private Outages() {}

    /** The failure to answer with when {@code failure} comes of a database that is away; empty for all others. */
    public static Optional<PlatformException> of(Throwable failure) {
        @Nullable Throwable at = failure;
        while (at != null) {
            if (at instanceof SQLTransientConnectionException || (at instanceof SQLException sql && isAway(sql))) {
                return Optional.of(new PlatformException(
                        KitErrorCode.UNAVAILABLE, "The database is away: try again soon.", failure));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR) || state.startsWith(RESOURCES));
    }
}
