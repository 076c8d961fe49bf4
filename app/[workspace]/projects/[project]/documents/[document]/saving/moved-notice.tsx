"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import { Notice } from "@/app/ui/notice";
import type { Span } from "@/lib/text/span";
import { lazyPart } from "../lazy-part";
import type { DeskHead, DeskSession } from "./desk-session";

const MovedDialog = lazyPart(async () => (await import("./moved-dialog")).MovedDialog);

export interface MovedNoticeProps {
  session: DeskSession;
  head: DeskHead;
  onShow: (span: Span) => void;
}

/** To a coder whose codings stand on other words since the lead corrected the text. It goes with the last one looked at. */
export function MovedNotice({ session, head, onShow }: MovedNoticeProps) {
  const [open, setOpen] = useState(false);
  const many = head.moved === 1 ? "one of your codings" : `${head.moved} of your codings`;
  return (
    <>
      <Notice
        title={`A correction of the text changed the words under ${many}.`}
        actions={
          <Button size="small" onPress={() => setOpen(true)}>
            {head.moved === 1 ? "Look at it" : "Look at them"}
          </Button>
        }
      />
      {open ? (
        <MovedDialog
          session={session}
          onShow={(span) => {
            setOpen(false);
            onShow(span);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
