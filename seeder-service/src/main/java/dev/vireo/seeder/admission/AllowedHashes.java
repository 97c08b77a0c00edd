package dev.vireo.seeder.admission;

/** What is written down of hashes. */
interface AllowedHashes {

    /** How it is now. May take as long as a database does, and throw as one does. */
    HashVerdict verdict(TrackedHash hash);
}
