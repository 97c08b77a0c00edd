"""Seeds a torrent from disk by TCP until its parent ends or for 20 minutes: torrent folder port."""
import os
import sys
import time

import libtorrent as lt

torrent, folder, port = sys.argv[1:4]
LIMIT = 1200
session = lt.session({
    "listen_interfaces": "127.0.0.1:" + port,
    "enable_dht": False, "enable_lsd": False, "enable_upnp": False, "enable_natpmp": False,
    "enable_outgoing_utp": False, "enable_incoming_utp": False, "out_enc_policy": 2, "in_enc_policy": 2,
    "allow_multiple_connections_per_ip": True, "ssrf_mitigation": False,
}, flags=0)
parameters = lt.add_torrent_params()
parameters.ti = lt.torrent_info(torrent)
parameters.save_path = folder
# Each piece is checked when it is asked for first: a warm-up does that.
parameters.flags |= lt.torrent_flags.seed_mode
parameters.flags &= ~(lt.torrent_flags.auto_managed | lt.torrent_flags.paused)
handle = session.add_torrent(parameters)
parent = os.getppid()
end = time.monotonic() + LIMIT
while time.monotonic() < end and os.getppid() == parent:
    time.sleep(1)
