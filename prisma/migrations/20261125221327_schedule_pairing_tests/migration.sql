-- CreateEnum
CREATE TYPE "BatchItemState" AS ENUM ('waiting', 'running', 'done', 'refused', 'cancelled');

-- AlterTable
ALTER TABLE "environments" ADD COLUMN     "test_every_hours" INTEGER NOT NULL DEFAULT 24;

-- AlterTable
ALTER TABLE "key_states" ADD COLUMN     "last_scheduled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "keys" ADD COLUMN     "test_every_hours" INTEGER;

-- AlterTable
ALTER TABLE "pairings" ADD COLUMN     "repeat_of" TEXT;

-- CreateTable
CREATE TABLE "pairing_batches" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "via_type" TEXT NOT NULL,
    "via_id" TEXT NOT NULL,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "pairing_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pairing_batch_items" (
    "batch_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "BatchItemState" NOT NULL DEFAULT 'waiting',
    "started_at" TIMESTAMPTZ(3),
    "pairing_id" TEXT,
    "verdict" TEXT,
    "headline" TEXT,
    "stages" TEXT,
    "reason" TEXT,

    CONSTRAINT "pairing_batch_items_pkey" PRIMARY KEY ("batch_id","key_id")
);

-- CreateIndex
CREATE INDEX "pairing_batches_member_id_created_at_idx" ON "pairing_batches"("member_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "pairing_batches" ADD CONSTRAINT "pairing_batches_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_batch_items" ADD CONSTRAINT "pairing_batch_items_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "pairing_batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;
