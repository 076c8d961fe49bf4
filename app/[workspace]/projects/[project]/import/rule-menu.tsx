"use client";

import { useState } from "react";
import { newId } from "../../../../client/new-id";
import { useAct } from "../../../../client/use-act";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Menu, type MenuEntry } from "../../../../ui/menu";
import { TextField } from "../../../../ui/text-field";
import { useActWithUndo } from "../use-act-with-undo";
import type { BatchChange, BatchFile } from "./batch";
import { ruleDecisions, type SpeakerRule } from "./speaker-rule";

export interface RuleMenuProps {
  projectId: string;
  file: BatchFile;
  rules: readonly SpeakerRule[];
  change: (change: BatchChange) => void;
}

/** Decisions kept for the next file of the same style, and used again. */
export function RuleMenu({ projectId, file, rules, change }: RuleMenuProps) {
  const [naming, setNaming] = useState(false);
  const remove = useActWithUndo("remove-speaker-rule", projectId);
  const use: MenuEntry[] = rules.map((rule) => ({
    id: `use ${rule.id}`,
    label: `Use “${rule.name}”`,
    onSelect: () => change({ type: "rule", key: file.key, rule }),
  }));
  const drop: MenuEntry[] = rules.map((rule) => ({
    id: `remove ${rule.id}`,
    label: `Remove “${rule.name}”`,
    danger: true,
    onSelect: () => void remove.perform({ projectId, ruleId: rule.id }, `The rule “${rule.name}” is removed.`),
  }));
  const save: MenuEntry = { id: "save", label: "Save as a rule…", onSelect: () => setNaming(true) };
  const items = rules.length > 0 ? [save, "line" as const, ...use, "line" as const, ...drop] : [save];
  return (
    <>
      <Menu label="Rules for speakers" variant="plain" size="small" items={items} placement="bottom end">
        Rules
      </Menu>
      {naming ? <SaveRule projectId={projectId} file={file} onClose={() => setNaming(false)} /> : null}
    </>
  );
}

function SaveRule({ projectId, file, onClose }: Pick<RuleMenuProps, "projectId" | "file"> & { onClose: () => void }) {
  const [name, setName] = useState("");
  const [asked, setAsked] = useState(false);
  const save = useAct("save-speaker-rule");
  const empty = name.trim() === "";
  const submit = async () => {
    setAsked(true);
    if (empty) return;
    try {
      await save.perform({ projectId, ruleId: newId(), name: name.trim(), decisions: ruleDecisions(file.decisions) });
      onClose();
    } catch {
      // `problem` says why.
    }
  };
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title="Save as a rule"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" pending={save.pending && "Saving…"} onPress={() => void submit()}>
            Save the rule
          </Button>
        </>
      }
    >
      <p>The next file with these labels is decided in the same way. You will see that, and can take it back.</p>
      <TextField
        label="Name of the rule"
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        error={save.problem ?? (asked && empty ? "A rule needs a name." : undefined)}
        onKeyDown={(event) => {
          if (event.key === "Enter") void submit();
        }}
      />
    </Dialog>
  );
}
