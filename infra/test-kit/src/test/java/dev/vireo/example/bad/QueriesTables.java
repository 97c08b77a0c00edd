package dev.vireo.example.bad;

import java.sql.Connection;

/** Breaks R4-jdbc. */
record QueriesTables(Connection connection) {}
