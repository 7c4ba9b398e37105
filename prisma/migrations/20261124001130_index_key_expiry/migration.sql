-- CreateIndex
CREATE INDEX "keys_expires_at_id_idx" ON "keys"("expires_at", "id");
