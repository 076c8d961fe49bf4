CREATE TABLE `access_token` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_token_scope" CHECK("access_token"."scope" in ('read', 'write'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_token_secret_hash_unique` ON `access_token` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `access_token_user` ON `access_token` (`user_id`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`claimed_by` text,
	`claimed_at` text,
	`withdrawn_at` text,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_role" CHECK("invitation"."role" in ('lead', 'coder', 'observer')),
	CONSTRAINT "invitation_claim" CHECK(("invitation"."claimed_by" is null) = ("invitation"."claimed_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_secret_hash_unique` ON `invitation` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invitation_project` ON `invitation` (`project_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workspace_member` (
	`user_id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`joined_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workspace_member_role" CHECK("workspace_member"."role" in ('owner', 'member'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspace_one_owner` ON `workspace_member` (`role`) WHERE "workspace_member"."role" = 'owner';--> statement-breakpoint
CREATE TABLE `code` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`wording` integer NOT NULL,
	`proposed_by` text,
	`proposed_in` text,
	`retired_at` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `coder`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_in`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "code_proposal" CHECK(("code"."proposed_by" is null) = ("code"."proposed_in" is null)),
	CONSTRAINT "code_not_own_parent" CHECK("code"."parent_id" is null or "code"."parent_id" <> "code"."id")
);
--> statement-breakpoint
CREATE INDEX `code_project` ON `code` (`project_id`);--> statement-breakpoint
CREATE TABLE `code_wording` (
	`code_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`definition` text DEFAULT '' NOT NULL,
	`use_when` text DEFAULT '' NOT NULL,
	`use_not` text DEFAULT '' NOT NULL,
	`example` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `code_wording_number` ON `code_wording` (`code_id`,`number`);--> statement-breakpoint
CREATE TABLE `codebook_version` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`tree` text NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codebook_version_number` ON `codebook_version` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `coding` (
	`id` text PRIMARY KEY NOT NULL,
	`set_id` text NOT NULL,
	`code_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`codebook_version_id` text,
	`ruling_id` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`set_id`) REFERENCES `coding_set`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version_id`) REFERENCES `codebook_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coding_span" CHECK("coding"."start" >= 0 and "coding"."end" > "coding"."start")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coding_once` ON `coding` (`set_id`,`code_id`,`start`,`end`) WHERE "coding"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `coding_in_set` ON `coding` (`set_id`,`start`);--> statement-breakpoint
CREATE INDEX `coding_code` ON `coding` (`code_id`);--> statement-breakpoint
CREATE TABLE `memo` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`coding_id` text NOT NULL,
	`coder_id` text NOT NULL,
	`wording` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coding_id`) REFERENCES `coding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `coder`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memo_on_coding` ON `memo` (`coding_id`,`coder_id`);--> statement-breakpoint
CREATE TABLE `memo_wording` (
	`memo_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`memo_id`) REFERENCES `memo`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memo_wording_number` ON `memo_wording` (`memo_id`,`number`);--> statement-breakpoint
CREATE TABLE `cue` (
	`revision_id` text NOT NULL,
	`number` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`label` text,
	`start_ms` integer,
	`end_ms` integer,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cue_number` ON `cue` (`revision_id`,`number`);--> statement-breakpoint
CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_project` ON `document` (`project_id`);--> statement-breakpoint
CREATE TABLE `original` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`format` text NOT NULL,
	`encoding` text,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `participant` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participant_role" CHECK("participant"."role" in ('participant', 'interviewer', 'moderator', 'several', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX `participant_project` ON `participant` (`project_id`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`length` integer NOT NULL,
	`words` integer NOT NULL,
	`paragraphs` text NOT NULL,
	`sentences` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revision_number` ON `revision` (`document_id`,`number`);--> statement-breakpoint
CREATE TABLE `speaker_label` (
	`document_id` text NOT NULL,
	`label` text NOT NULL,
	`participant_id` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speaker_label_once` ON `speaker_label` (`document_id`,`label`);--> statement-breakpoint
CREATE TABLE `turn` (
	`revision_id` text NOT NULL,
	`number` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`label` text,
	`start_ms` integer,
	`end_ms` integer,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "turn_span" CHECK("turn"."start" >= 0 and "turn"."end" >= "turn"."start")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `turn_number` ON `turn` (`revision_id`,`number`);--> statement-breakpoint
CREATE TABLE `event` (
	`user_id` text NOT NULL,
	`number` integer NOT NULL,
	`project_id` text NOT NULL,
	`subject` text NOT NULL,
	`document_id` text,
	`round_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_number` ON `event` (`user_id`,`number`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`payload_hash` text NOT NULL,
	`answer` text,
	`at` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`project_id` text,
	`user_id` text,
	`actor` text NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`input` text NOT NULL,
	`inverse` text,
	`undoes` text,
	`redoes` text,
	`undone_by` text,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "journal_actor" CHECK(("journal"."actor" = 'person') = ("journal"."user_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_id_unique` ON `journal` (`id`);--> statement-breakpoint
CREATE INDEX `journal_person` ON `journal` (`project_id`,`user_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `coder` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`user_id` text,
	`name` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coder_account` ON `coder` (`project_id`,`user_id`) WHERE "coder"."user_id" is not null;--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`joined_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "member_role" CHECK("member"."role" in ('lead', 'coder', 'observer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_once` ON `member` (`project_id`,`user_id`) WHERE "member"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `member_user` ON `member` (`user_id`);--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `coding_set` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`document_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`round_id` text,
	`kind` text NOT NULL,
	`coder_id` text,
	`state` text NOT NULL,
	`submitted_at` text,
	`frozen_sha256` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `coder`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coding_set_kind" CHECK("coding_set"."kind" in ('coder', 'consensus', 'late', 'imported')),
	CONSTRAINT "coding_set_state" CHECK("coding_set"."state" in ('open', 'submitted', 'frozen')),
	CONSTRAINT "coding_set_author" CHECK(("coding_set"."kind" = 'consensus') = ("coding_set"."coder_id" is null)),
	CONSTRAINT "coding_set_frozen" CHECK(("coding_set"."state" = 'frozen') = ("coding_set"."frozen_sha256" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coding_set_in_round` ON `coding_set` (`round_id`,`document_id`,`kind`,`coder_id`) WHERE "coding_set"."round_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `coding_set_consensus` ON `coding_set` (`round_id`,`document_id`) WHERE "coding_set"."kind" = 'consensus';--> statement-breakpoint
CREATE UNIQUE INDEX `coding_set_alone` ON `coding_set` (`revision_id`,`kind`,`coder_id`) WHERE "coding_set"."round_id" is null;--> statement-breakpoint
CREATE INDEX `coding_set_document` ON `coding_set` (`document_id`);--> statement-breakpoint
CREATE INDEX `coding_set_project` ON `coding_set` (`project_id`);--> statement-breakpoint
CREATE TABLE `round` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`codebook_version_id` text NOT NULL,
	`open_codebook` integer DEFAULT false NOT NULL,
	`opened_at` text NOT NULL,
	`revealed_at` text,
	`override_reason` text,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codebook_version_id`) REFERENCES `codebook_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_number` ON `round` (`project_id`,`number`);--> statement-breakpoint
CREATE TABLE `round_document` (
	`round_id` text NOT NULL,
	`document_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_document_once` ON `round_document` (`round_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `ruling` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`document_id` text NOT NULL,
	`disagreement_key` text NOT NULL,
	`decision` text NOT NULL,
	`coder_id` text,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `coder`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ruling_decision" CHECK("ruling"."decision" in ('side', 'both', 'neither')),
	CONSTRAINT "ruling_side" CHECK(("ruling"."decision" = 'side') = ("ruling"."coder_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ruling_once` ON `ruling` (`round_id`,`document_id`,`disagreement_key`) WHERE "ruling"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `ruling_round` ON `ruling` (`round_id`);