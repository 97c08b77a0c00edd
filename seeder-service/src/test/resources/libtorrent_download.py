"""Downloads a torrent or magnet link from one peer alone; prints how: python3 libtorrent_download.py what folder port how.

how: clear, obfuscated (the beginning), encrypted (all of it), or default.
"""
import json
import os
import sys
import time

import libtorrent as lt

what, folder, port, how = sys.argv[1:5]
encryption = {
    "clear": {"out_enc_policy": 2, "in_enc_policy": 2, "enable_outgoing_utp": False},
    "obfuscated": {"out_enc_policy": 0, "in_enc_policy": 0, "allowed_enc_level": 3, "prefer_rc4": False,
                   "enable_outgoing_utp": False},
    "encrypted": {"out_enc_policy": 0, "in_enc_policy": 0, "allowed_enc_level": 2, "enable_outgoing_utp": False},
    "default": {},
}[how]
session = lt.session({
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
    "ssrf_mitigation": False, "min_reconnect_time": 1, "peer_connect_timeout": 5,
    "alert_mask": lt.alert.category_t.status_notification | lt.alert.category_t.error_notification
    | lt.alert.category_t.peer_notification | lt.alert.category_t.connect_notification, **encryption,
})
parameters = lt.add_torrent_params()
if what.startswith("magnet:"):
    parameters = lt.parse_magnet_uri(what)
else:
    parameters.ti = lt.torrent_info(what)
parameters.save_path = folder
parameters.flags &= ~lt.torrent_flags.auto_managed
parameters.flags &= ~lt.torrent_flags.paused
torrent = session.add_torrent(parameters)
# So slow that the peer is looked at while it gives.
torrent.set_download_limit(8_000_000)
torrent.connect_peer(("127.0.0.1", int(port)))
seen = {}
errors = []
begun = time.monotonic()
while not torrent.status().is_seeding:
    if time.monotonic() - begun > 120:
        raise SystemExit("libtorrent got %d bytes of %s only, in state %s: %s" % (
            torrent.status().total_done, what, torrent.status().state, errors[-9:]))
    if session.wait_for_alert(500):
        for alert in session.pop_alerts():
            if isinstance(alert, (lt.torrent_error_alert, lt.file_error_alert)):
                raise SystemExit(alert.message())
            if isinstance(alert, (lt.peer_error_alert, lt.peer_disconnected_alert, lt.hash_failed_alert, lt.peer_connect_alert)):
                errors.append(alert.message())
    for peer in torrent.get_peer_info():
        client = peer.client.decode() if isinstance(peer.client, bytes) else peer.client
        if client:
            seen = {"client": client, "rc4": bool(peer.flags & lt.peer_info.rc4_encrypted),
                    "obfuscated": bool(peer.flags & lt.peer_info.plaintext_encrypted)}
usage = os.times()
json.dump({"done": torrent.status().total_done, "seconds": time.monotonic() - begun, "failed": len(errors),
           "hashfails": sum("hash" in error for error in errors), "cpu": usage.user + usage.system, **seen}, sys.stdout)
