CREATE TABLE `attribute` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`choices` text,
	`position` integer NOT NULL,
	`survey_id` text,
	`column` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attribute_owner" CHECK("attribute"."owner" in ('participant', 'document')),
	CONSTRAINT "attribute_kind" CHECK("attribute"."kind" in ('text', 'number', 'date', 'choice'))
);
--> statement-breakpoint
CREATE INDEX `attribute_project` ON `attribute` (`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attribute_column` ON `attribute` (`survey_id`,`column`) WHERE "attribute"."survey_id" is not null;--> statement-breakpoint
CREATE TABLE `attribute_value` (
	`attribute_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`value` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`attribute_id`, `owner_id`),
	FOREIGN KEY (`attribute_id`) REFERENCES `attribute`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attribute_value_owner` ON `attribute_value` (`owner_id`);--> statement-breakpoint
CREATE TABLE `coding_move` (
	`coding_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`old_start` integer NOT NULL,
	`old_end` integer NOT NULL,
	`words_changed` integer NOT NULL,
	`lost` integer NOT NULL,
	`checked_at` text,
	PRIMARY KEY(`coding_id`, `revision_id`),
	FOREIGN KEY (`coding_id`) REFERENCES `coding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coding_move_revision` ON `coding_move` (`revision_id`);--> statement-breakpoint
CREATE TABLE `pseudonym_key` (
	`project_id` text PRIMARY KEY NOT NULL,
	`salt` blob NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recording` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`file_name` text NOT NULL,
	`mime` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`offset_ms` integer DEFAULT 0 NOT NULL,
	`lead_only` integer DEFAULT false NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recording_document` ON `recording` (`document_id`);--> statement-breakpoint
CREATE TABLE `speaker_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`decisions` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speaker_rule_project` ON `speaker_rule` (`project_id`);--> statement-breakpoint
CREATE TABLE `survey` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`layout` text NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_project` ON `survey` (`project_id`);--> statement-breakpoint
CREATE TABLE `survey_question` (
	`document_id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`column` text NOT NULL,
	`question` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_question_column` ON `survey_question` (`survey_id`,`column`);--> statement-breakpoint
ALTER TABLE `document` ADD `date` text;--> statement-breakpoint
ALTER TABLE `document` ADD `group_name` text;--> statement-breakpoint
ALTER TABLE `document` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `document` ADD `verbatim` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `document` ADD `pseudonymised_at` text;--> statement-breakpoint
ALTER TABLE `original` ADD `sealed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `participant` ADD `survey_id` text REFERENCES survey(id);--> statement-breakpoint
CREATE UNIQUE INDEX `participant_respondent` ON `participant` (`survey_id`,`name`) WHERE "participant"."survey_id" is not null;--> statement-breakpoint
ALTER TABLE `revision` ADD `emphasis` text;--> statement-breakpoint
ALTER TABLE `revision` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `revision` ADD `reason` text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision` ADD `sealed_text` blob;--> statement-breakpoint
ALTER TABLE `revision` ADD `created_by` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `turn` ADD `raw_label` text;