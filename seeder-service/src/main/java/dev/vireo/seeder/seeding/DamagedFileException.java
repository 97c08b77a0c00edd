package dev.vireo.seeder.seeding;

/** The origin gave other bytes than were published. */
final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }
}
