-- Since when a version is nobody's: it failed, was cancelled, or a newer one is complete. Its files go some time later.
alter table transcode_job add column dismissed_at timestamptz;
alter table transcode_job add column removed_at timestamptz;

update transcode_job set dismissed_at = now() where state in ('FAILED', 'CANCELLED');
update transcode_job j set dismissed_at = now() where state = 'COMPLETED' and exists (
    select 1 from transcode_job newer
    where newer.video_id = j.video_id and newer.version > j.version and newer.state = 'COMPLETED');

create index transcode_job_to_remove on transcode_job (dismissed_at)
    where removed_at is null and dismissed_at is not null;
