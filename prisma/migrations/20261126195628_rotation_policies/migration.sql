-- AlterTable
ALTER TABLE "keys" ADD COLUMN     "due_every_days" INTEGER,
ADD COLUMN     "is_automated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rotation_due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rotation_policies" (
    "id" TEXT NOT NULL,
    "project_id" TEXT,
    "environment_id" TEXT,
    "key_id" TEXT,
    "every_days" INTEGER,
    "rotate_at" TIMESTAMPTZ(3),
    "overlap_hours" INTEGER,
    "max_age_days" INTEGER,
    "lead_days" INTEGER[],
    "backup_id" TEXT,
    "by_itself" BOOLEAN,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rotation_policies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rotation_policies_project_id_key" ON "rotation_policies"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "rotation_policies_environment_id_key" ON "rotation_policies"("environment_id");

-- CreateIndex
CREATE UNIQUE INDEX "rotation_policies_key_id_key" ON "rotation_policies"("key_id");

-- CreateIndex
CREATE INDEX "keys_rotation_due_at_id_idx" ON "keys"("rotation_due_at", "id");

-- AddForeignKey
ALTER TABLE "rotation_policies" ADD CONSTRAINT "rotation_policies_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation_policies" ADD CONSTRAINT "rotation_policies_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation_policies" ADD CONSTRAINT "rotation_policies_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotation_policies" ADD CONSTRAINT "rotation_policies_backup_id_fkey" FOREIGN KEY ("backup_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is due, and when: kept by the database, so that no way to change a key or a policy can forget it.
CREATE FUNCTION set_rotation_due() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  every integer;
  oldest integer;
  once timestamptz;
BEGIN
  SELECT coalesce(NEW.rotate_every_days, k.every_days, e.every_days, p.every_days),
         coalesce(k.max_age_days, e.max_age_days, p.max_age_days), k.rotate_at
    INTO every, oldest, once
    FROM (SELECT 1) one
    LEFT JOIN rotation_policies k ON k.key_id = NEW.id
    LEFT JOIN rotation_policies e ON e.environment_id = NEW.environment_id
    LEFT JOIN rotation_policies p ON p.project_id = NEW.project_id;
  NEW.due_every_days := every;
  NEW.rotation_due_at := CASE WHEN NEW.revoked_at IS NULL AND NEW.deleted_at IS NULL THEN least(
    -- Days of 24 hours: no time zone and no daylight saving moves them.
    NEW.version_created_at + every * interval '24 hours',
    NEW.version_created_at + oldest * interval '24 hours',
    CASE WHEN once > NEW.version_created_at THEN once END) END;
  RETURN NEW;
END $$;

CREATE TRIGGER keys_rotation_due
  BEFORE INSERT OR UPDATE OF version_created_at, rotate_every_days, revoked_at, deleted_at ON keys
  FOR EACH ROW EXECUTE FUNCTION set_rotation_due();

CREATE FUNCTION touch_keys_of_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  policy rotation_policies := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE keys SET rotate_every_days = rotate_every_days
   WHERE id = policy.key_id OR environment_id = policy.environment_id OR project_id = policy.project_id;
  RETURN NULL;
END $$;

CREATE TRIGGER rotation_policies_touch_keys
  AFTER INSERT OR UPDATE OR DELETE ON rotation_policies
  FOR EACH ROW EXECUTE FUNCTION touch_keys_of_policy();

-- Keys that were stored before.
UPDATE keys SET rotate_every_days = rotate_every_days;
