-- AlterTable
ALTER TABLE "environments" ADD COLUMN     "scoped_key_max_days" INTEGER;

-- CreateTable
CREATE TABLE "scoped_keys" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key_names" TEXT[],
    "actions" TEXT[],
    "addresses" TEXT[],
    "max_uses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_address" TEXT,
    "last_used_agent" TEXT,

    CONSTRAINT "scoped_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scoped_key_secrets" (
    "id" TEXT NOT NULL,
    "scoped_key_id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "tail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "scoped_key_secrets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scoped_keys_member_id_id_idx" ON "scoped_keys"("member_id", "id");

-- CreateIndex
CREATE INDEX "scoped_keys_environment_id_id_idx" ON "scoped_keys"("environment_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "scoped_key_secrets_hash_key" ON "scoped_key_secrets"("hash");

-- CreateIndex
CREATE INDEX "scoped_key_secrets_scoped_key_id_created_at_idx" ON "scoped_key_secrets"("scoped_key_id", "created_at");

-- AddForeignKey
ALTER TABLE "scoped_keys" ADD CONSTRAINT "scoped_keys_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoped_keys" ADD CONSTRAINT "scoped_keys_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoped_key_secrets" ADD CONSTRAINT "scoped_key_secrets_scoped_key_id_fkey" FOREIGN KEY ("scoped_key_id") REFERENCES "scoped_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;
