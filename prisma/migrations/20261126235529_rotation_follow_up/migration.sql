-- AlterTable
ALTER TABLE "rotations" ADD COLUMN     "follow_up" JSONB;
