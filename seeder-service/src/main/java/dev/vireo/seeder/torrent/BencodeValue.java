package dev.vireo.seeder.torrent;

/** A value of bencode (BEP 3): a string of bytes, an integer, a list or a dictionary. */
public sealed interface BencodeValue permits BencodeString, BencodeInteger, BencodeList, BencodeDictionary {}
