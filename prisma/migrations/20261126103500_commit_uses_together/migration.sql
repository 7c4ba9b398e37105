-- Openings of values that come at once are recorded together: one commit, one wait for the disk. Items:
-- [{ id, body, scopedKeyId?, address, agent, kind, actor: { type, id, name }, projectId, environmentId, uses: [{ id, keyId, version }] }].
-- Answers for each item, in order, whether it is recorded: a scoped key that was ended, has expired or is used up is not.
-- Locks rows in one order, and the end of the chain last, as every other writer does.
CREATE FUNCTION commit_uses(p_items jsonb, p_inner bytea, p_outer bytea)
RETURNS boolean[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry record;
  is_recorded boolean[] := array_fill(true, ARRAY[jsonb_array_length(p_items)]);
BEGIN
  FOR entry IN
    SELECT value AS item, ordinality AS at FROM jsonb_array_elements(p_items) WITH ORDINALITY
    WHERE value ? 'scopedKeyId' ORDER BY value ->> 'scopedKeyId', ordinality
  LOOP
    UPDATE scoped_keys SET uses = uses + 1, last_used_at = now(),
      last_used_address = entry.item ->> 'address', last_used_agent = entry.item ->> 'agent'
    WHERE id = entry.item ->> 'scopedKeyId' AND ended_at IS NULL AND expires_at > clock_timestamp()
      AND (max_uses IS NULL OR uses < max_uses);
    is_recorded[entry.at] := FOUND;
  END LOOP;

  -- A mark for people, who do not need it to the second.
  UPDATE key_states SET last_used_at = now() WHERE key_id IN (
    SELECT s.key_id FROM key_states s WHERE (s.last_used_at IS NULL OR s.last_used_at < now() - interval '1 second')
      AND s.key_id IN (
        SELECT u.value ->> 'keyId' FROM jsonb_array_elements(p_items) WITH ORDINALITY AS i (value, at),
          jsonb_array_elements(i.value -> 'uses') AS u WHERE is_recorded[i.at])
    FOR UPDATE SKIP LOCKED);

  INSERT INTO usage_events (id, key_id, version, project_id, environment_id, kind, consumer_type, consumer_id, consumer_name, address)
  SELECT u.value ->> 'id', u.value ->> 'keyId', (u.value ->> 'version')::int, i.value ->> 'projectId', i.value ->> 'environmentId',
    i.value ->> 'kind', i.value #>> '{actor,type}', i.value #>> '{actor,id}', i.value #>> '{actor,name}', i.value ->> 'address'
  FROM jsonb_array_elements(p_items) WITH ORDINALITY AS i (value, at), jsonb_array_elements(i.value -> 'uses') AS u
  WHERE is_recorded[i.at];

  FOR entry IN SELECT value AS item, ordinality AS at FROM jsonb_array_elements(p_items) WITH ORDINALITY ORDER BY ordinality LOOP
    IF is_recorded[entry.at] THEN
      PERFORM append_audit_event(entry.item ->> 'id', entry.item ->> 'body', p_inner, p_outer);
    END IF;
  END LOOP;
  RETURN is_recorded;
END
$$;

REVOKE ALL ON FUNCTION commit_uses(jsonb, bytea, bytea) FROM PUBLIC;

-- Programs that wait for a change are told of it: of every key that comes, goes or changes, and of scoped keys that end.
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('claviger_changes', OLD.environment_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('claviger_changes', NEW.environment_id); END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER keys_tell_of_change AFTER INSERT OR DELETE OR UPDATE OF name, version, revoked_at, deleted_at, environment_id ON "keys"
  FOR EACH ROW EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER scoped_keys_tell_of_change AFTER UPDATE OF ended_at, expires_at, key_names ON "scoped_keys"
  FOR EACH ROW EXECUTE FUNCTION tell_of_change();
