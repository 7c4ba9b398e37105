-- CreateTable
CREATE TABLE "custom_providers" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "dialect" TEXT NOT NULL,
    "variable" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '/',
    "header" TEXT NOT NULL DEFAULT 'authorization',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "custom_providers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "custom_providers_name_key" ON "custom_providers"("name");
