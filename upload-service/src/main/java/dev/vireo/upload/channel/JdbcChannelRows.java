package dev.vireo.upload.channel;

import dev.vireo.kit.identity.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads a channel and its owner from a row; for queries of other capabilities that join both. */
public final class JdbcChannelRows {
    /** What to select from {@code account a}. */
    public static final String ACCOUNT_COLUMNS = """
            a.id as a_id, a.instance as a_instance, a.subject as a_subject, a.name as a_name,
            a.display_name as a_display_name, a.description as a_description,
            a.created_at as a_created_at, a.updated_at as a_updated_at""";

    /** What to select from {@code channel c} and {@code account a}. */
    public static final String COLUMNS = ACCOUNT_COLUMNS + """
            , c.id as c_id, c.revision as c_revision, c.name as c_name, c.display_name as c_display_name,
            c.description as c_description, c.support as c_support,
            c.created_at as c_created_at, c.updated_at as c_updated_at""";

    private JdbcChannelRows() {}

    /** The channel of the present row. */
    public static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                new ChannelId(row.getObject("c_id", UUID.class)),
                row.getLong("c_revision"),
                account(row, number),
                row.getString("c_name"),
                row.getString("c_display_name"),
                row.getString("c_description"),
                row.getString("c_support"),
                row.getTimestamp("c_created_at").toInstant(),
                row.getTimestamp("c_updated_at").toInstant());
    }

    /** The account of the present row. */
    public static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("a_id", UUID.class)),
                new InstanceId(row.getString("a_instance")),
                row.getString("a_subject"),
                row.getString("a_name"),
                row.getString("a_display_name"),
                row.getString("a_description"),
                row.getTimestamp("a_created_at").toInstant(),
                row.getTimestamp("a_updated_at").toInstant());
    }
}
