-- CreateTable
CREATE TABLE "key_imports" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "added" TEXT[],
    "changed" TEXT[],
    "before" INTEGER[],
    "after" INTEGER[],

    CONSTRAINT "key_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shares" (
    "id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "member_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key_id" TEXT,
    "project_id" TEXT,
    "environment_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "opened_address" TEXT,
    "tried_again" INTEGER NOT NULL DEFAULT 0,
    "tried_again_at" TIMESTAMPTZ(3),

    CONSTRAINT "shares_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_hash_key" ON "shares"("hash");

-- CreateIndex
CREATE INDEX "shares_member_id_id_idx" ON "shares"("member_id", "id");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
