"use client";

import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { newId } from "../../client/new-id";
import { newTokenSecret } from "../../client/new-secret";
import { useAct } from "../../client/use-act";
import { useRead } from "../../client/use-read";
import styles from "../../doors.module.css";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Notice } from "../../ui/notice";
import { Select } from "../../ui/select";
import { TextField } from "../../ui/text-field";
import { dayOf } from "./day-of";

const SCOPES = [
  { id: "read", label: "Read and export only" },
  { id: "write", label: "Read and change" },
];

const DAYS = [
  { id: "7", label: "One week" },
  { id: "90", label: "Three months" },
  { id: "365", label: "One year" },
];

export function TokenList({ initial }: { initial: ReadResult<"my-tokens"> }) {
  const { data: tokens = initial } = useRead("my-tokens", {}, { initial });
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const revoke = useAct("revoke-token");
  return (
    <>
      {tokens.length === 0 ? (
        <p className={styles.faint}>You have no access tokens.</p>
      ) : (
        <ul className={styles.list}>
          {tokens.map((token) => (
            <li key={token.tokenId} className={styles.row}>
              <span>
                {token.name}{" "}
                <span className={styles.faint}>
                  {token.scope === "read" ? "may read" : "may read and change"}, until {dayOf(token.expiresAt)}
                </span>
              </span>
              <Button
                size="small"
                aria-label={`Revoke ${token.name}`}
                onPress={() => {
                  revoke.perform({ tokenId: token.tokenId }).catch(() => {});
                }}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {revoke.problem ? (
        <Notice tone="error" live>
          {revoke.problem}
        </Notice>
      ) : null}
      {made ? (
        <Notice
          tone="good"
          live
          title={`The token “${made.name}” is made`}
          actions={
            <>
              <CopyButton text={made.secret} label="Copy the token" />
              <Button onPress={() => setMade(null)}>I have it</Button>
            </>
          }
        >
          <p>It is shown only now. Keep it like a password.</p>
          <code>{made.secret}</code>
        </Notice>
      ) : null}
      <NewToken onMade={setMade} />
    </>
  );
}

function NewToken({ onMade }: { onMade: (made: { name: string; secret: string }) => void }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState("read");
  const [days, setDays] = useState("90");
  const create = useAct("create-token");
  const submit = async () => {
    const { secret, secretHash } = newTokenSecret();
    try {
      const writes = scope === "write" ? ("write" as const) : ("read" as const);
      await create.perform({ tokenId: newId(), name, scope: writes, secretHash, days: Number(days) });
    } catch {
      // The form shows why and keeps what was typed.
      return;
    }
    onMade({ name, secret });
    setName("");
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "" && !create.pending) void submit();
      }}
    >
      <TextField label="Name of a new token" hint="What it is for." value={name} onChange={setName} maxLength={200} />
      <Select label="What it may do" options={SCOPES} value={scope} onChange={setScope} />
      <Select label="How long it works" options={DAYS} value={days} onChange={setDays} />
      {create.problem ? (
        <Notice tone="error" live>
          {create.problem}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={name.trim() === ""} pending={create.pending && "Making it…"}>
          Make the token
        </Button>
      </div>
    </form>
  );
}
