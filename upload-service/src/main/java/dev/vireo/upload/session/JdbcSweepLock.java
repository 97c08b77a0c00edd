package dev.vireo.upload.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one process at a time sweep, by an advisory lock that ends with its connection. */
@Component
final class JdbcSweepLock {
    private static final long LOCK = 0x7669_7265_6f02L;

    private final DataSource database;

    JdbcSweepLock(DataSource database) {
        this.database = database;
    }

    /** Runs {@code work} unless another process does; says whether it ran. */
    boolean alone(Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!call(connection, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
            } finally {
                call(connection, "select pg_advisory_unlock(?)");
            }
            return true;
        } catch (SQLException away) {
            throw new DataAccessResourceFailureException("The database is away", away);
        }
    }

    private static boolean call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
