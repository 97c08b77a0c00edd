"""Lets libtorrent download a torrent, from what the torrent itself names alone; prints its infohash of version 1."""
import sys

import libtorrent as lt

session = lt.session({
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
    "allow_multiple_connections_per_ip": True, "ssrf_mitigation": False,
    "alert_mask": lt.alert.category_t.status_notification | lt.alert.category_t.error_notification,
})
parameters = lt.add_torrent_params()
parameters.ti = lt.torrent_info(sys.argv[1])
parameters.save_path = sys.argv[2]
handle = session.add_torrent(parameters)
done = False
while not done:
    if session.wait_for_alert(120000) is None:
        raise SystemExit("libtorrent is silent: %s" % handle.status().state)
    for alert in session.pop_alerts():
        if isinstance(alert, (lt.torrent_error_alert, lt.file_error_alert)):
            raise SystemExit(alert.message())
        if isinstance(alert, lt.torrent_finished_alert):
            done = True
print(parameters.ti.info_hashes().v1)
