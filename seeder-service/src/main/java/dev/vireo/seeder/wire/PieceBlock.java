package dev.vireo.seeder.wire;

/**
 * A part of a piece, as peers ask for it.
 *
 * @param piece its number; what a peer sent may be anything
 * @param begin first byte within the piece
 * @param length bytes, commonly 16 KiB
 */
public record PieceBlock(int piece, int begin, int length) {}
