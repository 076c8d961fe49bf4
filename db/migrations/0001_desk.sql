CREATE TABLE `draft_key` (
	`user_id` text NOT NULL,
	`device` text NOT NULL,
	`key` text NOT NULL,
	`session_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `device`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reading_place` (
	`user_id` text NOT NULL,
	`document_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`last` integer DEFAULT 0 NOT NULL,
	`bookmarks` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `document_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_memo` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`coding_id` text,
	`set_id` text,
	`start` integer,
	`end` integer,
	`code_id` text,
	`document_id` text,
	`coder_id` text NOT NULL,
	`wording` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coding_id`) REFERENCES `coding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_id`) REFERENCES `coding_set`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `coder`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memo_one_target" CHECK(("__new_memo"."coding_id" is not null) + ("__new_memo"."set_id" is not null) + ("__new_memo"."code_id" is not null) + ("__new_memo"."document_id" is not null) = 1),
	CONSTRAINT "memo_span" CHECK(case when "__new_memo"."set_id" is null then "__new_memo"."start" is null and "__new_memo"."end" is null else coalesce("__new_memo"."start" >= 0 and "__new_memo"."end" > "__new_memo"."start", 0) end)
);
--> statement-breakpoint
INSERT INTO `__new_memo`(`id`, `project_id`, `coding_id`, `coder_id`, `wording`, `updated_at`) SELECT `id`, `project_id`, `coding_id`, `coder_id`, `wording`, `updated_at` FROM `memo`;--> statement-breakpoint
-- waiver: every row of memo was copied into the new table just before; nothing refers to it with a cascade.
DROP TABLE `memo`;--> statement-breakpoint
ALTER TABLE `__new_memo` RENAME TO `memo`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `memo_on_coding` ON `memo` (`coding_id`,`coder_id`) WHERE "memo"."coding_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `memo_on_code` ON `memo` (`code_id`,`coder_id`) WHERE "memo"."code_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `memo_on_document` ON `memo` (`document_id`,`coder_id`) WHERE "memo"."document_id" is not null;--> statement-breakpoint
CREATE INDEX `memo_in_set` ON `memo` (`set_id`,`start`);--> statement-breakpoint
ALTER TABLE `coding` ADD `starred` integer DEFAULT false NOT NULL;