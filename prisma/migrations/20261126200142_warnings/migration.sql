-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "warning_rules" (
    "kind" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "days" INTEGER[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "warning_rules_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "warnings" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "open_subject" TEXT,
    "key_id" TEXT,
    "project_id" TEXT,
    "environment_id" TEXT,
    "provider" TEXT,
    "level" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "stage" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "step" INTEGER NOT NULL DEFAULT 0,
    "escalate_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "taken_by_id" TEXT,
    "taken_by_name" TEXT,
    "snoozed_until" TIMESTAMPTZ(3),
    "snoozed_by_name" TEXT,
    "snooze_reason" TEXT,

    CONSTRAINT "warnings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_deliveries" (
    "id" TEXT NOT NULL,
    "warning_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "event" TEXT NOT NULL DEFAULT 'raised',
    "way" TEXT NOT NULL,
    "member_id" TEXT,
    "channel_id" TEXT,
    "recipient" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "warning_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channels" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "level" TEXT NOT NULL DEFAULT 'warn',
    "project_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "masked" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "problem_at" TIMESTAMPTZ(3),

    CONSTRAINT "channels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "member_id" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT 'each',
    "digest_hour" INTEGER NOT NULL DEFAULT 9,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "urgent_anyway" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "tail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "warnings_open_subject_key" ON "warnings"("open_subject");

-- CreateIndex
CREATE INDEX "warnings_resolved_at_id_idx" ON "warnings"("resolved_at", "id");

-- CreateIndex
CREATE INDEX "warnings_key_id_id_idx" ON "warnings"("key_id", "id");

-- CreateIndex
CREATE INDEX "warnings_escalate_at_idx" ON "warnings"("escalate_at");

-- CreateIndex
CREATE INDEX "warning_deliveries_state_next_at_idx" ON "warning_deliveries"("state", "next_at");

-- CreateIndex
CREATE INDEX "warning_deliveries_member_id_way_id_idx" ON "warning_deliveries"("member_id", "way", "id");

-- CreateIndex
CREATE UNIQUE INDEX "warning_deliveries_warning_id_round_event_way_recipient_key" ON "warning_deliveries"("warning_id", "round", "event", "way", "recipient");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_hash_key" ON "calendar_feeds"("hash");

-- CreateIndex
CREATE INDEX "calendar_feeds_member_id_idx" ON "calendar_feeds"("member_id");

-- AddForeignKey
ALTER TABLE "warning_deliveries" ADD CONSTRAINT "warning_deliveries_warning_id_fkey" FOREIGN KEY ("warning_id") REFERENCES "warnings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_deliveries" ADD CONSTRAINT "warning_deliveries_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_deliveries" ADD CONSTRAINT "warning_deliveries_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
