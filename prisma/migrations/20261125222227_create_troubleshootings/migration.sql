-- CreateTable
CREATE TABLE "troubleshootings" (
    "id" TEXT NOT NULL,
    "key_id" TEXT,
    "project_id" TEXT,
    "environment_id" TEXT,
    "member_id" TEXT,
    "made_by_name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "base_url" TEXT,
    "model" TEXT,
    "findings" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "waiting" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "troubleshootings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "value_proofs" (
    "id" TEXT NOT NULL,
    "troubleshooting_id" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "value_proofs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "troubleshootings_environment_id_started_at_id_idx" ON "troubleshootings"("environment_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "troubleshootings_member_id_started_at_id_idx" ON "troubleshootings"("member_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "troubleshootings_key_id_started_at_id_idx" ON "troubleshootings"("key_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "value_proofs_troubleshooting_id_idx" ON "value_proofs"("troubleshooting_id");

-- AddForeignKey
ALTER TABLE "troubleshootings" ADD CONSTRAINT "troubleshootings_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_proofs" ADD CONSTRAINT "value_proofs_troubleshooting_id_fkey" FOREIGN KEY ("troubleshooting_id") REFERENCES "troubleshootings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
