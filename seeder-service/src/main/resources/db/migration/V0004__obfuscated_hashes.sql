-- Peers that do not speak in the clear name a torrent by SHA-1 of 'req2' and its hash. Computed by the index, so that no row
-- has to be told; pgcrypto belongs to PostgreSQL and may be made by the owner of a database.
create extension if not exists pgcrypto;

create index seed_file_v1_obfuscated on seed_file (digest('req2'::bytea || infohash_v1, 'sha1'));
create index seed_file_v2_obfuscated on seed_file (digest('req2'::bytea || substring(infohash_v2 from 1 for 20), 'sha1'));
create index seed_file_v1_only_obfuscated on seed_file (digest('req2'::bytea || infohash_v1_only, 'sha1'));
