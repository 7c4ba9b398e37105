-- AlterTable
ALTER TABLE "key_versions" ADD COLUMN     "provider_key_id" TEXT;

-- AlterTable
ALTER TABLE "keys" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'application';

-- AlterTable
ALTER TABLE "rotations" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "emergency" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "fence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "known_ids" TEXT[],
ADD COLUMN     "lease_until" TIMESTAMPTZ(3),
ADD COLUMN     "mint_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'manual',
ADD COLUMN     "needs_person" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "new_id" TEXT,
ADD COLUMN     "next_at" TIMESTAMPTZ(3),
ADD COLUMN     "old_id" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "overlap_hours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "problem" TEXT,
ADD COLUMN     "rehearse" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "test_id" DROP NOT NULL,
ALTER COLUMN "test_verdict" DROP NOT NULL,
ALTER COLUMN "test_headline" DROP NOT NULL;

-- CreateTable
CREATE TABLE "automations" (
    "key_id" TEXT NOT NULL,
    "api" TEXT NOT NULL,
    "base_url" TEXT,
    "maker_key_id" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "compared_at" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "unknown_keys" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "automations_pkey" PRIMARY KEY ("key_id")
);

-- CreateIndex
CREATE INDEX "automations_maker_key_id_idx" ON "automations"("maker_key_id");

-- CreateIndex
CREATE INDEX "rotations_next_at_idx" ON "rotations"("next_at");

-- AddForeignKey
ALTER TABLE "automations" ADD CONSTRAINT "automations_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automations" ADD CONSTRAINT "automations_maker_key_id_fkey" FOREIGN KEY ("maker_key_id") REFERENCES "keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;
