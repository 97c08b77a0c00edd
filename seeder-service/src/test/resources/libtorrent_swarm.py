"""Lets two peers of libtorrent find each other by a torrent's own trackers alone; prints which of these answered."""
import json
import os
import sys

import libtorrent as lt

torrent, seed_folder, leech_folder = sys.argv[1:4]
answered = set()


def session():
    # No flags: without plugins, so that peers tell each other of no others.
    return lt.session({
        "listen_interfaces": "127.0.0.1:0",
        "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
        "allow_multiple_connections_per_ip": True, "ssrf_mitigation": False, "announce_to_all_trackers": True,
        "alert_mask": lt.alert.category_t.status_notification | lt.alert.category_t.error_notification
        | lt.alert.category_t.tracker_notification,
    }, flags=0)


def add(peers, folder):
    parameters = lt.add_torrent_params()
    parameters.ti = lt.torrent_info(torrent)
    parameters.save_path = folder
    parameters.flags &= ~lt.torrent_flags.auto_managed
    parameters.flags &= ~lt.torrent_flags.paused
    return peers.add_torrent(parameters)


def wait(peers, wanted):
    """Until an alert of that type comes; failures of trackers end it."""
    while True:
        if peers.wait_for_alert(120000) is None:
            raise SystemExit("libtorrent is silent")
        found = False
        for alert in peers.pop_alerts():
            if isinstance(alert, (lt.torrent_error_alert, lt.file_error_alert, lt.tracker_error_alert)):
                raise SystemExit(alert.message())
            if isinstance(alert, lt.tracker_reply_alert):
                answered.add(alert.url)
            found = found or isinstance(alert, wanted)
        if found:
            return


seeds = session()
add(seeds, seed_folder)
wait(seeds, lt.tracker_reply_alert)
leechers = session()
there = add(leechers, leech_folder)
wait(leechers, lt.torrent_finished_alert)
json.dump({"answered": sorted(answered), "done": there.status().total_done}, sys.stdout)
