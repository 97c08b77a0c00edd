package dev.vireo.seeder.trackerdoor;

/** Where messages to a browser go. */
interface SocketLine {

    /** Sends a message, or drops the browser when it has not read what was sent before; never waits. */
    void send(String message);
}
