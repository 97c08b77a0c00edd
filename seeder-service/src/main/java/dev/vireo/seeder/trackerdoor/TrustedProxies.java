package dev.vireo.seeder.trackerdoor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proxies that are believed when they say for whom they ask. */
final class TrustedProxies {

    private static final int BITS = 8;
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final List<Network> networks;

    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    private record Network(byte[] bytes, int bits) {
        boolean has(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != bytes.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (BITS - 1 - bit % BITS);
                if ((bytes[bit / BITS] & mask) != (other[bit / BITS] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True for a proxy that is believed. */
    boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    /**
     * Who asks: the last one that no trusted proxy vouches for any further. Whatever stands before it in the header may
     * be invented.
     *
     * @param forwarded all such headers, in their order
     */
    InetAddress client(InetAddress remote, String forwarded) {
        if (!trusts(remote)) {
            return remote;
        }
        List<String> hops = new ArrayList<>(List.of(forwarded.split(",", -1)));
        InetAddress client = remote;
        while (!hops.isEmpty() && trusts(client)) {
            InetAddress before = literal(hops.removeLast().strip());
            if (before == null) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(text.substring(0, slash));
        int bits = Integer.parseInt(text.substring(slash + 1));
        if (address == null || bits > address.getAddress().length * BITS) {
            throw new IllegalArgumentException("vireo.tracker.trusted-proxies: not a network: " + text);
        }
        return new Network(address.getAddress(), bits);
    }

    /** An address as it is written; a name is never looked up. */
    private static @Nullable InetAddress literal(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.ofLiteral(text) : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
