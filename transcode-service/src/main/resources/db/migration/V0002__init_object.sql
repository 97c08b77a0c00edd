-- Name of the initialization section's object; sections written by an earlier release all have the same.
alter table transcode_rendition add column init_object text not null default 'init.mp4';
