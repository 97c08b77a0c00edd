"""Downloads a torrent from one peer alone by TCP; prints how long that took: torrent folder port."""
import json
import os
import sys
import time

import libtorrent as lt

torrent, folder, port = sys.argv[1:4]
LIMIT = 300
# Flags of 0: without plugins, so that there is no other source. In the clear, as most peers are.
session = lt.session({
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
    "enable_outgoing_utp": False, "enable_incoming_utp": False, "out_enc_policy": 2, "in_enc_policy": 2,
    "ssrf_mitigation": False, "min_reconnect_time": 1, "peer_connect_timeout": 5,
    "alert_mask": lt.alert.category_t.status_notification | lt.alert.category_t.error_notification
    | lt.alert.category_t.peer_notification,
}, flags=0)
begun = time.monotonic()
troubles = []


def wait(wanted):
    """Until an alert of that type comes."""
    while True:
        if time.monotonic() - begun > LIMIT:
            raise SystemExit("libtorrent got %d bytes only: %s" % (handle.status().total_done, troubles[-5:]))
        if session.wait_for_alert(1000) is None:
            continue
        for alert in session.pop_alerts():
            if isinstance(alert, (lt.torrent_error_alert, lt.file_error_alert, lt.hash_failed_alert)):
                raise SystemExit(alert.message())
            if isinstance(alert, (lt.peer_error_alert, lt.peer_disconnected_alert)):
                troubles.append(alert.message())
            if isinstance(alert, wanted):
                return


parameters = lt.add_torrent_params()
parameters.ti = lt.torrent_info(torrent)
parameters.save_path = folder
parameters.flags &= ~(lt.torrent_flags.auto_managed | lt.torrent_flags.paused)
handle = session.add_torrent(parameters)
wait(lt.torrent_checked_alert)
begun = time.monotonic()
handle.connect_peer(("127.0.0.1", int(port)))
wait(lt.torrent_finished_alert)
seconds = time.monotonic() - begun
usage = os.times()
json.dump({"seconds": seconds, "bytes": handle.status().total_done, "cpu": usage.user + usage.system}, sys.stdout)
