-- CreateTable
CREATE TABLE "status_pages" (
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'unknown',
    "components" JSONB NOT NULL DEFAULT '[]',
    "etag" TEXT,
    "last_modified" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "status_pages_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "status_incidents" (
    "page_url" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "url" TEXT,
    "components" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "status_incidents_pkey" PRIMARY KEY ("page_url","external_id")
);

-- CreateIndex
CREATE INDEX "status_incidents_page_url_started_at_idx" ON "status_incidents"("page_url", "started_at" DESC);

-- AddForeignKey
ALTER TABLE "status_incidents" ADD CONSTRAINT "status_incidents_page_url_fkey" FOREIGN KEY ("page_url") REFERENCES "status_pages"("url") ON DELETE CASCADE ON UPDATE CASCADE;
