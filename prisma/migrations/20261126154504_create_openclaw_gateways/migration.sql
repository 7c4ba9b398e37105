-- CreateTable
CREATE TABLE "openclaw_gateways" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_tag" TEXT,
    "told_at" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "openclaw_gateways_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "openclaw_gateways_environment_id_idx" ON "openclaw_gateways"("environment_id");

-- AddForeignKey
ALTER TABLE "openclaw_gateways" ADD CONSTRAINT "openclaw_gateways_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
