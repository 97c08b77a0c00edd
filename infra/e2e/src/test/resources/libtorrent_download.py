"""Lets libtorrent download a torrent or a magnet link from what it names itself; prints its infohash of version 1:
python3 libtorrent_download.py what folder sources, of which sources is web, peers or all."""
import sys
import time

import libtorrent as lt

what, folder, sources = sys.argv[1:4]
session = lt.session({
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
    "allow_multiple_connections_per_ip": True, "ssrf_mitigation": False,
    # Peers of TCP alone are not tried by another protocol first, for seconds.
    "enable_outgoing_utp": False, "enable_incoming_utp": False,
    "alert_mask": lt.alert.category_t.status_notification | lt.alert.category_t.error_notification,
})
if what.startswith("magnet:"):
    parameters = lt.parse_magnet_uri(what)
else:
    parameters = lt.add_torrent_params()
    parameters.ti = lt.torrent_info(what)
parameters.save_path = folder
parameters.flags &= ~lt.torrent_flags.auto_managed
parameters.flags |= lt.torrent_flags.paused
handle = session.add_torrent(parameters)
if sources == "web":
    handle.replace_trackers([])
if sources == "peers":
    for url in handle.url_seeds():
        handle.remove_url_seed(url)
handle.resume()
done = False
announced = time.monotonic()
while not done:
    # Whom a peer left asks for others before its time.
    if sources == "peers" and not handle.get_peer_info() and time.monotonic() - announced > 3:
        announced = time.monotonic()
        handle.force_reannounce(0, -1, lt.reannounce_flags_t.ignore_min_interval)
    if session.wait_for_alert(500) is None and handle.status().errc.value() != 0:
        raise SystemExit(handle.status().errc.message())
    for alert in session.pop_alerts():
        if isinstance(alert, (lt.torrent_error_alert, lt.file_error_alert)):
            raise SystemExit(alert.message())
        done = done or isinstance(alert, lt.torrent_finished_alert)
print(handle.info_hashes().v1)
