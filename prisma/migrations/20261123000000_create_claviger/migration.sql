-- CreateEnum
CREATE TYPE "InstallationRole" AS ENUM ('owner', 'admin', 'auditor', 'member');

-- CreateEnum
CREATE TYPE "EnvironmentRole" AS ENUM ('viewer', 'developer', 'manager', 'denied');

-- CreateEnum
CREATE TYPE "VersionState" AS ENUM ('pending', 'current', 'previous', 'revoked', 'expired');

-- CreateTable
CREATE TABLE "members" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "InstallationRole" NOT NULL DEFAULT 'member',
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tokens" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "tail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_address" TEXT,

    CONSTRAINT "tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'member',
    "hash" BYTEA NOT NULL,
    "email" TEXT,
    "role" "InstallationRole" NOT NULL DEFAULT 'member',
    "invited_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "grants" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "environments" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "require_step_up" BOOLEAN NOT NULL DEFAULT false,
    "require_approval" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "environments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grants" (
    "id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "role" "EnvironmentRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keys" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "base_url" TEXT,
    "owner_id" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "rotate_every_days" INTEGER,
    "permissions_declared" TEXT[],
    "tags" TEXT[],
    "notes" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "masked" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "version_created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_versions" (
    "id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "VersionState" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "created_by_id" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_states" (
    "key_id" TEXT NOT NULL,
    "last_pairing_id" TEXT,
    "last_verdict" TEXT,
    "last_confidence" TEXT,
    "last_pairing_at" TIMESTAMPTZ(3),
    "last_stages" TEXT,
    "last_good_at" TIMESTAMPTZ(3),
    "last_good_version" INTEGER,
    "permissions_observed" TEXT[],
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_states_pkey" PRIMARY KEY ("key_id")
);

-- CreateTable
CREATE TABLE "pairings" (
    "id" TEXT NOT NULL,
    "key_id" TEXT,
    "version" INTEGER,
    "project_id" TEXT,
    "environment_id" TEXT,
    "member_id" TEXT,
    "provider" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" DOUBLE PRECISION NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "pairings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_events" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "key_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "consumer_type" TEXT NOT NULL,
    "consumer_id" TEXT NOT NULL,
    "consumer_name" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "usage_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "mac" BYTEA NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "target_type" TEXT,
    "target_id" TEXT,
    "target_name" TEXT,
    "project_id" TEXT,
    "environment_id" TEXT,
    "key_id" TEXT,
    "address" TEXT,
    "reason" TEXT,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anonymous_denials" (
    "route" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "anonymous_denials_pkey" PRIMARY KEY ("route","address","minute")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "bucket" TEXT NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "root_keys" (
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "seal_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "check" TEXT NOT NULL,
    "canary" BYTEA NOT NULL,
    "recovery_wrapped" BYTEA,
    "recovery_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "root_keys_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "members_email_key" ON "members"("email");

-- CreateIndex
CREATE INDEX "sessions_member_id_idx" ON "sessions"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "tokens_hash_key" ON "tokens"("hash");

-- CreateIndex
CREATE INDEX "tokens_member_id_created_at_idx" ON "tokens"("member_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_hash_key" ON "invitations"("hash");

-- CreateIndex
CREATE INDEX "invitations_kind_created_at_idx" ON "invitations"("kind", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "projects_slug_key" ON "projects"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "environments_project_id_slug_key" ON "environments"("project_id", "slug");

-- CreateIndex
CREATE INDEX "grants_member_id_idx" ON "grants"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "grants_environment_id_member_id_key" ON "grants"("environment_id", "member_id");

-- CreateIndex
CREATE INDEX "keys_environment_id_name_id_idx" ON "keys"("environment_id", "name", "id");

-- CreateIndex
CREATE INDEX "keys_name_id_idx" ON "keys"("name", "id");

-- CreateIndex
CREATE INDEX "keys_created_at_id_idx" ON "keys"("created_at", "id");

-- CreateIndex
CREATE INDEX "keys_fingerprint_idx" ON "keys"("fingerprint");

-- CreateIndex
CREATE INDEX "keys_provider_idx" ON "keys"("provider");

-- CreateIndex
CREATE INDEX "key_versions_fingerprint_idx" ON "key_versions"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "key_versions_key_id_number_key" ON "key_versions"("key_id", "number");

-- CreateIndex
CREATE INDEX "pairings_key_id_started_at_id_idx" ON "pairings"("key_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "pairings_member_id_started_at_idx" ON "pairings"("member_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "usage_events_key_id_at_id_idx" ON "usage_events"("key_id", "at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_id_key" ON "audit_events"("id");

-- CreateIndex
CREATE INDEX "audit_events_key_id_seq_idx" ON "audit_events"("key_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_events_environment_id_seq_idx" ON "audit_events"("environment_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_events_project_id_seq_idx" ON "audit_events"("project_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_events_actor_id_seq_idx" ON "audit_events"("actor_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_events_action_seq_idx" ON "audit_events"("action", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "environments" ADD CONSTRAINT "environments_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keys" ADD CONSTRAINT "keys_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keys" ADD CONSTRAINT "keys_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "keys" ADD CONSTRAINT "keys_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_versions" ADD CONSTRAINT "key_versions_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_states" ADD CONSTRAINT "key_states_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say.

-- A name is taken once among the keys that are not deleted, and a key has one current version.
CREATE UNIQUE INDEX "keys_environment_name_live" ON "keys"("environment_id", "name") WHERE "deleted_at" IS NULL;
CREATE UNIQUE INDEX "key_versions_one_current" ON "key_versions"("key_id") WHERE "state" = 'current';

-- The chain begins with a code of zeros.
INSERT INTO "audit_heads" ("id", "seq", "mac") VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- HMAC-SHA-256 (RFC 2104) by its two padded blocks; the same bytes as lib/audit/chain.ts.
CREATE FUNCTION audit_code(p_inner bytea, p_outer bytea, p_previous bytea, p_seq bigint, p_at timestamptz, p_body text)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(p_outer || sha256(p_inner || p_previous || convert_to(
    p_seq || E'\n' || to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || E'\n' || p_body, 'UTF8')))
$$;

-- The only writer of audit_events. Whoever appends holds the head until commit, so the order of the chain is the order
-- of commits. Runs as the owner of the tables, whom the application does not need to be.
CREATE FUNCTION append_audit_event(p_id text, p_body text, p_inner bytea, p_outer bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_heads%ROWTYPE;
  moment timestamptz;
  code bytea;
  fields jsonb := p_body::jsonb;
BEGIN
  SELECT * INTO STRICT head FROM audit_heads WHERE id = 1 FOR UPDATE;
  head.seq := head.seq + 1;
  moment := date_trunc('milliseconds', clock_timestamp());
  code := audit_code(p_inner, p_outer, head.mac, head.seq, moment, p_body);
  INSERT INTO audit_events (
    seq, id, at, body, mac, actor_type, actor_id, actor_name, action, outcome,
    target_type, target_id, target_name, project_id, environment_id, key_id, address, reason
  ) VALUES (
    head.seq, p_id, moment, p_body, code,
    fields #>> '{actor,type}', fields #>> '{actor,id}', fields #>> '{actor,name}', fields ->> 'action', fields ->> 'outcome',
    fields #>> '{target,type}', fields #>> '{target,id}', fields #>> '{target,name}',
    fields ->> 'projectId', fields ->> 'environmentId', fields ->> 'keyId', fields ->> 'address', fields ->> 'reason'
  );
  UPDATE audit_heads SET seq = head.seq, mac = code WHERE id = 1;
  RETURN head.seq;
END
$$;

REVOKE ALL ON FUNCTION append_audit_event(text, text, bytea, bytea) FROM PUBLIC;

-- Walks the whole chain in one pass. A row is bad when its code does not follow from the row before it, or when a
-- column says something else than the body that was chained. Up to 20 bad rows and gaps are named, all are counted.
CREATE FUNCTION verify_audit_chain(p_inner bytea, p_outer bytea)
RETURNS TABLE (
  row_count bigint, first_seq bigint, last_seq bigint,
  bad_count bigint, bad_seqs bigint[], gap_count bigint, gap_seqs bigint[], head_matches boolean
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH linked AS (
    SELECT *,
      lag(seq, 1, 0::bigint) OVER by_seq AS previous_seq,
      lag(mac, 1, decode(repeat('00', 32), 'hex')) OVER by_seq AS previous_mac
    FROM audit_events
    WINDOW by_seq AS (ORDER BY seq)
  ), checked AS (
    SELECT seq, seq <> previous_seq + 1 AS is_gap,
      -- CASE, so that only a body whose code was right is read as JSON; OFFSET 0, so that it is read once.
      CASE WHEN mac <> audit_code(p_inner, p_outer, previous_mac, seq, at, body) THEN false
      ELSE (
        SELECT (
          id, actor_type, actor_id, actor_name, action, outcome, target_type, target_id, target_name,
          project_id, environment_id, key_id, address, reason
        ) IS NOT DISTINCT FROM (
          f ->> 'id', f #>> '{actor,type}', f #>> '{actor,id}', f #>> '{actor,name}', f ->> 'action', f ->> 'outcome',
          f #>> '{target,type}', f #>> '{target,id}', f #>> '{target,name}', f ->> 'projectId', f ->> 'environmentId',
          f ->> 'keyId', f ->> 'address', f ->> 'reason')
        FROM (SELECT body::jsonb AS f OFFSET 0) AS parsed
      ) END AS is_sound
    FROM linked
  )
  SELECT count(*), min(seq), max(seq),
    count(*) FILTER (WHERE NOT is_sound),
    coalesce((array_agg(seq ORDER BY seq) FILTER (WHERE NOT is_sound))[1:20], '{}'),
    count(*) FILTER (WHERE is_gap),
    coalesce((array_agg(seq ORDER BY seq) FILTER (WHERE is_gap))[1:20], '{}'),
    (SELECT h.seq = coalesce(max(c.seq), 0) AND h.mac = coalesce(
        (SELECT mac FROM audit_events ORDER BY seq DESC LIMIT 1), decode(repeat('00', 32), 'hex'))
      FROM audit_heads h WHERE h.id = 1)
  FROM checked c
$$;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_events is append-only';
END
$$;

CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
