-- AlterTable
ALTER TABLE "key_versions" ADD COLUMN     "overlap_ends_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rotations" (
    "id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "member_id" TEXT,
    "member_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER,
    "overlap_ends_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "test_id" TEXT NOT NULL,
    "test_verdict" TEXT NOT NULL,
    "test_headline" TEXT NOT NULL,
    "differences" TEXT[],
    "open_key_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "rotations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rotations_open_key_id_key" ON "rotations"("open_key_id");

-- CreateIndex
CREATE INDEX "rotations_key_id_id_idx" ON "rotations"("key_id", "id");
