-- A witness that staff take back is in the outlet's history, whoever changes the row: its page said until then that somebody had been there.
-- Without a subject, since undoing finds by it what a decision did to the outlet's own row, and this changes nothing there.
create function lz.keep_revoked_witness() returns trigger language plpgsql security definer set search_path = lz, pg_temp as $$
declare said jsonb := nullif(current_setting('lz.change', true), '')::jsonb;
begin
  insert into outlet_entry (outlet_id, at, by, actor, act, why, fields, before, after, subject)
  values (new.outlet_id, new.changed_at, 'staff', said ->> 'actor', 'witness_revoked', null, '{}', jsonb_build_object('witness', old.state), jsonb_build_object('witness', new.state), null);
  return null;
end $$;
create trigger keep_revoked_witness after update on lz.witness for each row
  when (new.state = 'revoked' and old.state <> 'revoked' and new.outlet_id is not null) execute function lz.keep_revoked_witness();
revoke execute on function lz.keep_revoked_witness from public;
