"""Lets libtorrent read, check and make again the torrents of a folder; prints what it finds as JSON, by file."""
import json
import os
import sys

import libtorrent as lt

folder = sys.argv[1]
session = lt.session({
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
    "alert_mask": lt.alert.category_t.status_notification | lt.alert.category_t.error_notification,
})


def hashes(found):
    return {"v1": str(found.v1), "v2": str(found.v2)}


def check(info):
    """Share of the file that is there; the web seed is not asked, as a paused torrent asks nobody."""
    parameters = lt.add_torrent_params()
    parameters.ti = info
    parameters.save_path = folder
    parameters.flags = lt.torrent_flags.stop_when_ready
    handle = session.add_torrent(parameters)
    done = False
    while not done:
        if session.wait_for_alert(30000) is None:
            raise SystemExit("libtorrent is silent")
        for alert in session.pop_alerts():
            if isinstance(alert, lt.torrent_error_alert):
                raise SystemExit(alert.message())
            if isinstance(alert, lt.torrent_checked_alert) and alert.handle == handle:
                done = True
    there = handle.status()
    session.remove_torrent(handle)
    return there.total_done / info.total_size()


def make(name, info):
    """The torrent that libtorrent makes of the same file."""
    storage = lt.file_storage()
    storage.add_file(name, os.path.getsize(os.path.join(folder, name)))
    creator = lt.create_torrent(storage, info.piece_length())
    lt.set_piece_hashes(creator, folder)
    return lt.torrent_info(creator.generate())


answers = {}
for name in sorted(os.listdir(folder)):
    if not name.endswith(".mp4"):
        continue
    path = os.path.join(folder, name)
    info = lt.torrent_info(path + ".torrent")
    old = lt.torrent_info(path + ".v1")
    with open(path + ".magnet") as magnet:
        linked = lt.parse_magnet_uri(magnet.read())
    answers[name] = {
        "read": hashes(info.info_hashes()),
        "made": hashes(make(name, info).info_hashes()),
        "magnet": hashes(linked.info_hashes),
        "v1only": str(old.info_hashes().v1),
        "pieces": info.num_pieces(),
        "seeds": [seed["url"] for seed in info.web_seeds()],
        "checked": check(info),
        "checkedV1": check(old),
    }
json.dump(answers, sys.stdout)
