CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "answered" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_answered" PRIMARY KEY,
    "AnsweredAt" INTEGER NOT NULL
);

CREATE TABLE "bases" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_bases" PRIMARY KEY AUTOINCREMENT,
    "Indicator" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Aliases" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "contacts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_contacts" PRIMARY KEY AUTOINCREMENT,
    "Upn" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "OrgUnit" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "dialogues" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_dialogues" PRIMARY KEY,
    "LastQuery" TEXT NULL,
    "Choices" TEXT NULL,
    "Language" TEXT NULL,
    "Previous" TEXT NULL,
    "UpdatedAt" INTEGER NOT NULL
);

CREATE TABLE "findings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_findings" PRIMARY KEY AUTOINCREMENT,
    "OrgUnit" TEXT NOT NULL,
    "Inspection" TEXT NOT NULL,
    "Polarity" TEXT NOT NULL,
    "Area" TEXT NOT NULL,
    "TextVi" TEXT NOT NULL,
    "TextEn" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "holidays" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_holidays" PRIMARY KEY AUTOINCREMENT,
    "Date" TEXT NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "WorkingDay" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "inbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_inbox" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "ConversationKey" TEXT NOT NULL,
    "Activity" BLOB NOT NULL,
    "ReceivedAt" INTEGER NOT NULL
);

CREATE TABLE "indicators" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_indicators" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Area" TEXT NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Aliases" TEXT NOT NULL,
    "Unit" TEXT NOT NULL,
    "Direction" TEXT NOT NULL,
    "Frequency" TEXT NOT NULL,
    "DefinitionVi" TEXT NOT NULL,
    "DefinitionEn" TEXT NOT NULL,
    "LegalBasis" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "inspections" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_inspections" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "Team" TEXT NOT NULL,
    "Lead" TEXT NOT NULL,
    "Units" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "obligation_types" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_obligation_types" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Aliases" TEXT NOT NULL,
    "OwedBy" TEXT NOT NULL,
    "Frequency" TEXT NOT NULL,
    "Deadline" TEXT NOT NULL,
    "LegalBasis" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "obligations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_obligations" PRIMARY KEY AUTOINCREMENT,
    "OrgUnit" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Period" TEXT NOT NULL,
    "Deadline" TEXT NULL,
    "Status" TEXT NOT NULL,
    "DocumentNumber" TEXT NOT NULL,
    "IssuedOn" TEXT NULL,
    "Source" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "observations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_observations" PRIMARY KEY AUTOINCREMENT,
    "OrgUnit" TEXT NOT NULL,
    "Indicator" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "Period" TEXT NOT NULL,
    "Value" TEXT NULL,
    "Text" TEXT NOT NULL,
    "AsOf" TEXT NULL,
    "Source" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "org_units" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_org_units" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Aliases" TEXT NOT NULL,
    "Parent" TEXT NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "Successor" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "ConversationKey" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ConversationId" TEXT NOT NULL,
    "ReplyToId" TEXT NULL,
    "Activity" BLOB NOT NULL,
    "State" TEXT NOT NULL,
    "EnqueuedAt" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "LeasedBy" TEXT NULL,
    "LeasedUntil" INTEGER NULL,
    "LastError" TEXT NULL,
    "SentActivityId" TEXT NULL
);

CREATE TABLE "projects" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_projects" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "OrgUnit" TEXT NOT NULL,
    "NameVi" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Progress" TEXT NULL,
    "Unit" TEXT NOT NULL,
    "Expected" TEXT NOT NULL,
    "AsOf" TEXT NULL,
    "Source" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "sources" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_sources" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Publisher" TEXT NOT NULL,
    "Date" TEXT NULL,
    "Url" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

CREATE TABLE "store_version" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_store_version" PRIMARY KEY,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "targets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_targets" PRIMARY KEY AUTOINCREMENT,
    "Indicator" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "Period" TEXT NOT NULL,
    "Comparator" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "LegalBasis" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "IsCurrent" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedFrom" TEXT NOT NULL
);

INSERT INTO "store_version" ("Id", "Version")
VALUES (1, 0);
SELECT changes();


CREATE INDEX "IX_answered_AnsweredAt" ON "answered" ("AnsweredAt");

CREATE INDEX "IX_bases_IsCurrent" ON "bases" ("IsCurrent");

CREATE UNIQUE INDEX "IX_bases_Key_Revision" ON "bases" ("Key", "Revision");

CREATE INDEX "IX_contacts_IsCurrent" ON "contacts" ("IsCurrent");

CREATE UNIQUE INDEX "IX_contacts_Key_Revision" ON "contacts" ("Key", "Revision");

CREATE INDEX "IX_dialogues_UpdatedAt" ON "dialogues" ("UpdatedAt");

CREATE INDEX "IX_findings_IsCurrent" ON "findings" ("IsCurrent");

CREATE UNIQUE INDEX "IX_findings_Key_Revision" ON "findings" ("Key", "Revision");

CREATE INDEX "IX_holidays_IsCurrent" ON "holidays" ("IsCurrent");

CREATE UNIQUE INDEX "IX_holidays_Key_Revision" ON "holidays" ("Key", "Revision");

CREATE INDEX "IX_inbox_ConversationKey" ON "inbox" ("ConversationKey");

CREATE UNIQUE INDEX "IX_inbox_Key" ON "inbox" ("Key");

CREATE INDEX "IX_indicators_IsCurrent" ON "indicators" ("IsCurrent");

CREATE UNIQUE INDEX "IX_indicators_Key_Revision" ON "indicators" ("Key", "Revision");

CREATE INDEX "IX_inspections_IsCurrent" ON "inspections" ("IsCurrent");

CREATE UNIQUE INDEX "IX_inspections_Key_Revision" ON "inspections" ("Key", "Revision");

CREATE INDEX "IX_obligation_types_IsCurrent" ON "obligation_types" ("IsCurrent");

CREATE UNIQUE INDEX "IX_obligation_types_Key_Revision" ON "obligation_types" ("Key", "Revision");

CREATE INDEX "IX_obligations_IsCurrent" ON "obligations" ("IsCurrent");

CREATE UNIQUE INDEX "IX_obligations_Key_Revision" ON "obligations" ("Key", "Revision");

CREATE INDEX "IX_observations_Indicator" ON "observations" ("Indicator");

CREATE INDEX "IX_observations_IsCurrent" ON "observations" ("IsCurrent");

CREATE UNIQUE INDEX "IX_observations_Key_Revision" ON "observations" ("Key", "Revision");

CREATE INDEX "IX_org_units_IsCurrent" ON "org_units" ("IsCurrent");

CREATE UNIQUE INDEX "IX_org_units_Key_Revision" ON "org_units" ("Key", "Revision");

CREATE INDEX "IX_outbox_ConversationKey_Id" ON "outbox" ("ConversationKey", "Id");

CREATE UNIQUE INDEX "IX_outbox_Key" ON "outbox" ("Key");

CREATE INDEX "IX_outbox_State_DueAt" ON "outbox" ("State", "DueAt");

CREATE INDEX "IX_projects_IsCurrent" ON "projects" ("IsCurrent");

CREATE UNIQUE INDEX "IX_projects_Key_Revision" ON "projects" ("Key", "Revision");

CREATE INDEX "IX_sources_IsCurrent" ON "sources" ("IsCurrent");

CREATE UNIQUE INDEX "IX_sources_Key_Revision" ON "sources" ("Key", "Revision");

CREATE INDEX "IX_targets_IsCurrent" ON "targets" ("IsCurrent");

CREATE UNIQUE INDEX "IX_targets_Key_Revision" ON "targets" ("Key", "Revision");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124035106_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP TABLE "answered";

CREATE TABLE "answered_batches" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_answered_batches" PRIMARY KEY AUTOINCREMENT,
    "Keys" BLOB NOT NULL,
    "AnsweredAt" INTEGER NOT NULL
);

CREATE INDEX "IX_answered_batches_AnsweredAt" ON "answered_batches" ("AnsweredAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124095548_AnsweredBatches', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "question_notes" (
    "Text" TEXT NOT NULL,
    "Reading" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_question_notes" PRIMARY KEY ("Outcome", "Text", "Reading")
);

CREATE INDEX "IX_question_notes_Day" ON "question_notes" ("Day");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124104319_QuestionNotes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "outbox" ADD "Kind" TEXT NOT NULL DEFAULT '';

ALTER TABLE "outbox" ADD "Payload" TEXT NOT NULL DEFAULT '';

ALTER TABLE "outbox" ADD "Recipient" TEXT NOT NULL DEFAULT '';

ALTER TABLE "outbox" ADD "Updates" INTEGER NULL;

ALTER TABLE "inbox" ADD "Owner" TEXT NOT NULL DEFAULT '';

CREATE TABLE "conversations" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "ChannelId" TEXT NOT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "ConversationId" TEXT NOT NULL,
    "ConversationType" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AadObjectId" TEXT NOT NULL,
    "BotId" TEXT NOT NULL,
    "IsInspectionChannel" INTEGER NOT NULL,
    "UnreachableBecause" TEXT NULL,
    "SeenAt" INTEGER NOT NULL
);

CREATE TABLE "deliveries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Recipient" TEXT NOT NULL,
    "Obligation" TEXT NOT NULL,
    "Step" TEXT NOT NULL,
    "Occurrence" TEXT NOT NULL,
    "OutboxId" INTEGER NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PlannedAt" INTEGER NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "notice_preferences" (
    "Upn" TEXT NOT NULL CONSTRAINT "PK_notice_preferences" PRIMARY KEY,
    "On" INTEGER NOT NULL,
    "PausedUntil" TEXT NULL
);

CREATE TABLE "obligation_events" (
    "Obligation" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Step" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "DocumentNumber" TEXT NULL,
    "IssuedOn" TEXT NULL,
    "Link" TEXT NULL,
    "Until" TEXT NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "PK_obligation_events" PRIMARY KEY ("Obligation", "Version")
);

CREATE TABLE "opened_obligations" (
    "Obligation" TEXT NOT NULL CONSTRAINT "PK_opened_obligations" PRIMARY KEY,
    "OpenedOn" TEXT NOT NULL,
    "Ladder" TEXT NOT NULL
);

CREATE TABLE "planning_runs" (
    "Plan" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "RanAt" INTEGER NOT NULL,
    "Intended" INTEGER NOT NULL,
    CONSTRAINT "PK_planning_runs" PRIMARY KEY ("Plan", "Day")
);

CREATE INDEX "IX_conversations_AadObjectId" ON "conversations" ("AadObjectId");

CREATE UNIQUE INDEX "IX_deliveries_Key" ON "deliveries" ("Key");

CREATE INDEX "IX_deliveries_Obligation" ON "deliveries" ("Obligation");

CREATE INDEX "IX_deliveries_OutboxId" ON "deliveries" ("OutboxId");

CREATE INDEX "IX_deliveries_Recipient_Occurrence" ON "deliveries" ("Recipient", "Occurrence");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124125304_Reminders', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "audit" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Table" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Old" TEXT NOT NULL,
    "New" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Hash" TEXT NOT NULL
);

CREATE TABLE "documents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_documents" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "PublishedOn" TEXT NULL,
    "Source" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Open" TEXT NOT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ProposedAt" INTEGER NOT NULL
);

CREATE TABLE "proposals" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_proposals" PRIMARY KEY AUTOINCREMENT,
    "Document" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    "Table" TEXT NOT NULL,
    "Cells" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "QuoteStart" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" INTEGER NULL,
    "Reason" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_proposals_Document_Position" ON "proposals" ("Document", "Position");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124151857_FactsAndAudit', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "inbox" ADD "Attempts" INTEGER NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130060539_InboxAttempts', '10.0.15');

COMMIT;

