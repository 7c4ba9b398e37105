-- AlterTable
ALTER TABLE "rotation_policies" ADD COLUMN     "owner_id" TEXT;

-- AddForeignKey
ALTER TABLE "rotation_policies" ADD CONSTRAINT "rotation_policies_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;
