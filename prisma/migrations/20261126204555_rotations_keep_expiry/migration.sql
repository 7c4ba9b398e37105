-- AlterTable
ALTER TABLE "rotations" ADD COLUMN     "new_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "old_expires_at" TIMESTAMPTZ(3);
