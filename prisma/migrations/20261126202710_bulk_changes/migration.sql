-- CreateTable
CREATE TABLE "bulk_changes" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "via_type" TEXT NOT NULL,
    "via_id" TEXT NOT NULL,
    "address" TEXT,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change_items" (
    "bulk_change_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "BatchItemState" NOT NULL DEFAULT 'waiting',
    "rotation_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "bulk_change_items_pkey" PRIMARY KEY ("bulk_change_id","key_id")
);

-- CreateIndex
CREATE INDEX "bulk_changes_member_id_created_at_idx" ON "bulk_changes"("member_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change_items" ADD CONSTRAINT "bulk_change_items_bulk_change_id_fkey" FOREIGN KEY ("bulk_change_id") REFERENCES "bulk_changes"("id") ON DELETE CASCADE ON UPDATE CASCADE;
