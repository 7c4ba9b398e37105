-- Equal uses that are recorded together are one row.
ALTER TABLE "usage_events" ADD COLUMN "times" INTEGER NOT NULL DEFAULT 1;

-- `append_audit_event` for several, in their order: the end of the chain is held and written once.
CREATE FUNCTION append_audit_events(p_ids text[], p_bodies text[], p_inner bytea, p_outer bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_heads%ROWTYPE;
  moment timestamptz;
  first bigint;
  codes bytea[] := '{}';
  body text;
BEGIN
  SELECT * INTO STRICT head FROM audit_heads WHERE id = 1 FOR UPDATE;
  first := head.seq;
  moment := date_trunc('milliseconds', clock_timestamp());
  FOREACH body IN ARRAY p_bodies LOOP
    head.seq := head.seq + 1;
    head.mac := audit_code(p_inner, p_outer, head.mac, head.seq, moment, body);
    codes := codes || head.mac;
  END LOOP;
  INSERT INTO audit_events (
    seq, id, at, body, mac, actor_type, actor_id, actor_name, action, outcome,
    target_type, target_id, target_name, project_id, environment_id, key_id, address, reason
  )
  SELECT first + e.at, e.id, moment, e.body, e.code,
    f #>> '{actor,type}', f #>> '{actor,id}', f #>> '{actor,name}', f ->> 'action', f ->> 'outcome',
    f #>> '{target,type}', f #>> '{target,id}', f #>> '{target,name}',
    f ->> 'projectId', f ->> 'environmentId', f ->> 'keyId', f ->> 'address', f ->> 'reason'
  FROM unnest(p_ids, p_bodies, codes) WITH ORDINALITY AS e (id, body, code, at),
    LATERAL (SELECT e.body::jsonb AS f OFFSET 0) AS parsed;
  UPDATE audit_heads SET seq = head.seq, mac = head.mac WHERE id = 1;
END
$$;

REVOKE ALL ON FUNCTION append_audit_events(text[], text[], bytea, bytea) FROM PUBLIC;

-- Openings of values that come at once are recorded together: one commit, one wait for the disk. p_items:
-- [{ id, body, scopedKeyId?, address, agent, kind, actor: { type, id, name }, projectId, environmentId, uses: [[keyId, version]] }];
-- p_use_ids: as many new ids as there are uses in all. Answers for each item, in order, whether it is recorded: a scoped key that was
-- ended, has expired or is used up is not. Locks rows in one order, and the end of the chain last, as every other writer does.
CREATE FUNCTION commit_uses(p_items jsonb, p_use_ids text[], p_inner bytea, p_outer bytea)
RETURNS boolean[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry record;
  spent bigint;
  is_recorded boolean[] := array_fill(true, ARRAY[jsonb_array_length(p_items)]);
  ids text[];
  bodies text[];
BEGIN
  FOR entry IN
    SELECT value ->> 'scopedKeyId' AS id, array_agg(ordinality ORDER BY ordinality) AS at,
      (array_agg(value ->> 'address' ORDER BY ordinality DESC))[1] AS address,
      (array_agg(value ->> 'agent' ORDER BY ordinality DESC))[1] AS agent
    FROM jsonb_array_elements(p_items) WITH ORDINALITY WHERE value ? 'scopedKeyId' GROUP BY 1 ORDER BY 1
  LOOP
    -- As many as are left: of those that came together, the first.
    UPDATE scoped_keys k SET uses = k.uses + granted.uses, last_used_at = now(), last_used_address = entry.address, last_used_agent = entry.agent
    FROM (
      SELECT id, least(cardinality(entry.at), coalesce(max_uses - uses, cardinality(entry.at))) AS uses FROM scoped_keys
      WHERE id = entry.id AND ended_at IS NULL AND expires_at > clock_timestamp() FOR UPDATE
    ) AS granted
    WHERE k.id = granted.id AND granted.uses > 0
    RETURNING granted.uses INTO spent;
    FOR i IN coalesce(spent, 0) + 1 .. cardinality(entry.at) LOOP
      is_recorded[entry.at[i]] := false;
    END LOOP;
    spent := NULL;
  END LOOP;

  WITH used AS (
    INSERT INTO usage_events (id, times, key_id, version, project_id, environment_id, kind, consumer_type, consumer_id, consumer_name, address)
    SELECT p_use_ids[row_number() OVER ()], count(*), u.value ->> 0, (u.value ->> 1)::int, i.value ->> 'projectId', i.value ->> 'environmentId',
      i.value ->> 'kind', i.value #>> '{actor,type}', i.value #>> '{actor,id}', i.value #>> '{actor,name}', i.value ->> 'address'
    FROM jsonb_array_elements(p_items) WITH ORDINALITY AS i (value, at), jsonb_array_elements(i.value -> 'uses') AS u
    WHERE is_recorded[i.at]
    GROUP BY 3, 4, 5, 6, 7, 8, 9, 10, 11
    RETURNING key_id
  ), marked AS (
    -- A mark for people, who do not need it to the second.
    SELECT s.key_id FROM key_states s WHERE s.key_id IN (SELECT key_id FROM used)
      AND (s.last_used_at IS NULL OR s.last_used_at < now() - interval '1 second')
    FOR UPDATE SKIP LOCKED
  )
  UPDATE key_states SET last_used_at = now() WHERE key_id IN (SELECT key_id FROM marked);

  SELECT array_agg(value ->> 'id' ORDER BY ordinality), array_agg(value ->> 'body' ORDER BY ordinality) INTO ids, bodies
  FROM jsonb_array_elements(p_items) WITH ORDINALITY WHERE is_recorded[ordinality];
  IF ids IS NOT NULL THEN PERFORM append_audit_events(ids, bodies, p_inner, p_outer); END IF;
  RETURN is_recorded;
END
$$;

REVOKE ALL ON FUNCTION commit_uses(jsonb, text[], bytea, bytea) FROM PUBLIC;

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
