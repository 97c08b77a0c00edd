package dev.vireo.seeder.tracker;

/**
 * How many are in a swarm.
 *
 * @param complete who have everything
 * @param incomplete who do not
 * @param downloaded how many became complete since the swarm began; it ends with its last peer
 * @param announces how many announces there were since then
 */
public record SwarmCounts(int complete, int incomplete, long downloaded, long announces) {

    /** Of a swarm that is not there. */
    public static final SwarmCounts NONE = new SwarmCounts(0, 0, 0, 0);

    /** Both together. */
    public SwarmCounts plus(SwarmCounts other) {
        return new SwarmCounts(
                complete + other.complete,
                incomplete + other.incomplete,
                downloaded + other.downloaded,
                announces + other.announces);
    }
}
