package dev.vireo.testkit;

/** A running PostgreSQL. */
public interface TestPostgres {

    /**
     * A new, empty database and a role of its name; the first of a name gets exactly that name. The returned JDBC
     * address carries user and password, both the same as the database's name.
     */
    String newDatabase(String name);
}
