-- Files go on the bus by windows, those of the newest videos first; ids of videos grow with time.
create index seed_file_window on seed_file (state, video_id desc) where state in ('QUEUED', 'WAITING');
