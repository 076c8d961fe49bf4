"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { classes } from "@/app/ui/classes";
import { LinkButton } from "@/app/ui/link-button";
import type { PaneSizes } from "@/app/ui/pane-sizes";
import { Tabs } from "@/app/ui/tabs";
import type { ReadResult } from "@/db/reads";
import { overlaps, type Span } from "@/lib/text/span";
import { CodebookPane } from "./codebook/codebook-pane";
import type { BarPlace } from "./coding/bar-place";
import { CodingBar } from "./coding/coding-bar";
import { useDeskActs } from "./coding/use-desk-acts";
import { useHere } from "./coding/use-here";
import { useComparison } from "./comparing/use-comparison";
import { DeskHead } from "./desk-head";
import styles from "./desk-screen.module.css";
import { type CaretGround, spanOf } from "./keys/caret";
import { keysOf } from "./keys/desk-keys";
import { DeskStatus } from "./keys/desk-status";
import { useCaret } from "./keys/use-caret";
import { useDeskCommands } from "./keys/use-desk-commands";
import { useDeskVoice } from "./keys/use-desk-voice";
import { useDeskWideKeys } from "./keys/use-desk-wide-keys";
import { lazyPart } from "./lazy-part";
import { useListening } from "./listening/use-listening";
import { PaneSlots } from "./pane-slots";
import { type DeskSettings, lookAttributes } from "./reading/desk-settings";
import { DocumentsPane } from "./reading/documents-pane";
import { EndOfDocument } from "./reading/end-of-document";
import { ReadingFrame } from "./reading/reading-frame";
import { TurnProgress } from "./reading/turn-progress";
import { useDeskSettings } from "./reading/use-desk-settings";
import { useReading } from "./reading/use-reading";
import { ViewMenu } from "./reading/view-menu";
import type { DeskCoding } from "./saving/coding-store";
import type { DeskPlace } from "./saving/desk-session";
import { LockNotice } from "./saving/lock-notice";
import { MovedNotice } from "./saving/moved-notice";
import type { PackedDesk } from "./saving/packed-desk";
import { useDeskSession } from "./saving/use-desk-session";
import { useNewText } from "./saving/use-new-text";
import looks from "./text/desk-looks.module.css";
import { deskTurns } from "./text/desk-turns";
import { unpackTurns } from "./text/packed-turns";
import { TranscriptPane } from "./text/transcript-pane";

const CompareBar = lazyPart(async () => (await import("./comparing/compare-bar")).CompareBar);
const CompareSwitch = lazyPart(async () => (await import("./comparing/compare-switch")).CompareSwitch);
const ExcerptsPane = lazyPart(async () => (await import("./reading/excerpts-pane")).ExcerptsPane);
const InspectorPane = lazyPart(async () => (await import("./coding/inspector-pane")).InspectorPane);
const KeysDialog = lazyPart(async () => (await import("./keys/keys-dialog")).KeysDialog);
const SubmitDialog = lazyPart(async () => (await import("./coding/submit-dialog")).SubmitDialog);

export interface DeskScreenProps {
  place: DeskPlace;
  desk: Omit<ReadResult<"coding-desk">, "turns"> & { turns: string };
  codings: PackedDesk;
  recordings: ReadResult<"recordings">;
  settings: DeskSettings;
  /** The round that the page was opened for, where it is revealed and the person coded nothing in it. */
  otherRevealed: string | null;
  /** The place or the words that the page was opened for. */
  target: Span | null;
}

export function DeskScreen(props: DeskScreenProps) {
  const { place, desk, codings, otherRevealed, target, settings: initial } = props;
  const {
    text,
    document: { name: title, verbatim },
  } = desk;
  const turns = useMemo(
    () => deskTurns(text, unpackTurns(desk.turns), desk.speakers),
    [text, desk.turns, desk.speakers],
  );
  const { settings, change: changeSettings } = useDeskSettings(initial);
  const { session, head, revision } = useDeskSession(place, text, turns, codings);
  const { store, lock } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const ground = useRef<CaretGround | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [tab, setTab] = useState("codebook");
  const [dialog, setDialog] = useState<"keys" | "submit" | null>(null);
  const main = useRef<HTMLElement>(null);
  const caret = useCaret(ground, scroller, useDeskVoice(session, text, turns));
  const toInspector = useCallback(() => setTab("inspector"), []);
  const acts = useDeskActs(session, text, caret, toInspector);
  const hand = { caret, say: acts.say };
  const parts = { session, text, turns, revisionId: desk.revision.id, ground, hand, target };
  const { reading, standing, onStanding } = useReading(parts);
  useNewText(
    session,
    useCallback(() => reading.keepSight(true), [reading]),
  );

  const leads = head.me.role === "lead";
  const listening = useListening({
    ...{ place, title, initial: props.recordings, reading, standing, leads, say: acts.say },
  });

  const { isOn: isComparing, turn: turnComparing, comparison, show: showComparison } = useComparison(ground);
  const revealed = head.round ? (head.round.revealed ? head.round.id : null) : otherRevealed;

  const { chosen } = acts;
  const span = spanOf(caret.caret);
  const { place: caretPlace, here } = useHere(store, revision, caret.caret);
  const { onKeyDown } = useDeskCommands({
    session,
    acts,
    caret,
    text,
    turns,
    here,
    scroller,
    keys: settings,
    more: {
      ...reading.commands,
      ...listening.commands,
      excerpts: () => {
        const meant = chosen ?? here[0];
        if (meant) reading.excerptsOf.set(meant.codeId);
        setTab("excerpts");
      },
      field: () => field.current?.focus(),
      here: () => {
        if (comparison && caretPlace) return comparison.wordsAt(caretPlace);
        toInspector();
      },
      memo: acts.note,
      recode: acts.toRecode,
      star: () => acts.star(),
      split: () => acts.split(),
      merge: () => acts.mergeAdjacent(),
      quick: () => acts.quick(),
      keys: () => setDialog("keys"),
    },
  });
  useDeskWideKeys(main, { step: acts.step, focusText: caret.focusText });

  const onDetails = useCallback(
    (codeDetails: DeskSettings["codeDetails"]) => changeSettings({ codeDetails }),
    [changeSettings],
  );
  const { recode } = acts;
  const onRecode = useCallback(
    (codingId: string, codeId: string) => {
      const coding = store.get(codingId);
      if (coding) recode(coding, codeId);
    },
    [store, recode],
  );
  const base = `/${place.workspace}/projects/${place.projectId}`;
  const hrefOf = useCallback((id: string) => `${base}/documents/${id}`, [base]);
  const onKeys = useCallback(() => setDialog("keys"), []);
  const onSizes = useCallback((panes: PaneSizes) => changeSettings({ panes }), [changeSettings]);
  const onSubmit = useCallback(() => setDialog("submit"), []);
  const uses = useCallback((codeId: string) => store.countOf(codeId), [store]);
  const onPress = useCallback(
    (coding: DeskCoding) => {
      acts.hand.choose(coding.id);
      toInspector();
    },
    [acts.hand, toInspector],
  );
  const addRecording = leads && !listening.hasRecording ? listening.add : null;
  const progress = useMemo(() => <TurnProgress reading={reading} words={desk.revision.words} />, [reading, desk]);
  const view = useMemo(
    () => (
      <ViewMenu
        settings={settings}
        change={changeSettings}
        onCopyLink={() => void reading.copyLink()}
        onAddRecording={addRecording}
      >
        {revealed ? <CompareSwitch on={isComparing} turn={turnComparing} /> : null}
        {leads ? (
          <LinkButton size="small" href={`${hrefOf(place.documentId)}/correct`}>
            Correct the transcript…
          </LinkButton>
        ) : null}
      </ViewMenu>
    ),
    [
      settings,
      changeSettings,
      reading,
      revealed,
      isComparing,
      turnComparing,
      leads,
      addRecording,
      hrefOf,
      place.documentId,
    ],
  );
  const canSubmit = head.set?.state === "open" && head.round !== null && lock === null;
  const bar =
    span && lock === null
      ? (side: BarPlace["side"], byTouch: boolean) => (
          <CodingBar
            index={head.index}
            recent={session.recent}
            uses={uses}
            mayAddCodes={session.mayAddCodes}
            coding={chosen && overlaps(chosen, span) ? chosen : null}
            quickCode={byTouch ? acts.quickCode : null}
            upwards={side !== "below"}
            docked={side === "dock"}
            fieldRef={field}
            hand={acts.hand}
            onLeave={caret.focusText}
          />
        )
      : null;
  return (
    <main
      ref={main}
      id="main"
      tabIndex={-1}
      className={classes(styles.desk, looks.looks)}
      data-verbatim={verbatim ? "" : undefined}
      {...lookAttributes(settings)}
    >
      <DeskHead
        title={title}
        head={head}
        session={session}
        canSave={lock === null || lock === "submitted"}
        canUndo={lock === null}
        canSubmit={canSubmit}
        onStep={acts.step}
        onShow={acts.goToSpan}
        onSubmit={onSubmit}
        progress={progress}
        view={view}
      />
      <div className={styles.panes}>
        <PaneSlots
          className={styles.centre}
          sizes={settings.panes}
          onSizes={onSizes}
          documents={
            <DocumentsPane documents={head.documents} current={place.documentId} reading={reading} hrefOf={hrefOf} />
          }
          transcript={
            <>
              <ReadingFrame reading={reading} standing={standing} hrefOf={hrefOf}>
                <TranscriptPane
                  session={session}
                  head={head}
                  title={title}
                  text={text}
                  turns={turns}
                  desk={caret}
                  hand={acts.hand}
                  chosen={chosen}
                  quickCode={acts.quickCode}
                  scroller={scroller}
                  ground={ground}
                  onStanding={onStanding}
                  looks={`${settings.density} ${settings.textSize} ${settings.lineNumbers}`}
                  comparison={comparison}
                  above={
                    isComparing && revealed ? (
                      <CompareBar
                        session={session}
                        text={text}
                        turns={turns}
                        roundId={revealed}
                        revisionId={desk.revision.id}
                        documentHref={hrefOf(place.documentId)}
                        onShow={showComparison}
                        onSay={acts.say}
                        onClose={() => turnComparing(false)}
                      />
                    ) : null
                  }
                  end={<EndOfDocument reading={reading} title={title} documents={head.documents} hrefOf={hrefOf} />}
                  notice={
                    isComparing || (head.moved === 0 && !lock) ? null : (
                      <>
                        {head.moved > 0 ? <MovedNotice session={session} head={head} onShow={acts.goToSpan} /> : null}
                        {lock ? <LockNotice lock={lock} head={head} projectHref={base} /> : null}
                      </>
                    )
                  }
                  bar={bar}
                  onKeyDown={onKeyDown}
                  onPress={onPress}
                />
              </ReadingFrame>
              {listening.player}
            </>
          }
          codes={
            <Tabs
              label="Codes"
              fill
              selected={tab}
              onSelect={setTab}
              tabs={[
                {
                  id: "codebook",
                  label: "Codebook",
                  content: (
                    <CodebookPane
                      session={session}
                      codes={head.codes}
                      index={head.index}
                      memos={head.codeMemos}
                      role={head.me.role}
                      adds={session.mayAddCodes}
                      fixedRound={head.round && !head.round.openCodebook ? head.round.id : null}
                      applies={span !== null && lock === null}
                      locked={lock !== null}
                      details={settings.codeDetails}
                      onDetails={onDetails}
                      onApply={acts.apply}
                      onRecode={onRecode}
                      onSay={acts.say}
                    />
                  ),
                  keep: true,
                },
                {
                  id: "inspector",
                  label: "Inspector",
                  ...(here.length > 0 ? { count: here.length } : {}),
                  content: (
                    <InspectorPane
                      session={session}
                      head={head}
                      text={text}
                      hand={acts.hand}
                      codings={here}
                      chosen={chosen}
                      place={caretPlace}
                      noting={acts.noting}
                      attended={acts.attended}
                    />
                  ),
                },
                {
                  id: "excerpts",
                  label: "Excerpts",
                  content: <ExcerptsPane reading={reading} index={head.index} hrefOf={hrefOf} />,
                },
              ]}
            />
          }
        />
      </div>
      <DeskStatus voice={caret.voice} keysKey={keysOf("keys", settings)[0]} onKeys={onKeys} />
      {dialog === "keys" ? (
        <KeysDialog keys={settings} onChange={changeSettings} onClose={() => setDialog(null)} />
      ) : null}
      {listening.dialog}
      {dialog === "submit" ? (
        <SubmitDialog
          open
          title={title}
          codings={store.size}
          codes={head.codes.filter((code) => store.countOf(code.id) > 0).length}
          turns={turns.length}
          turnsCoded={turns.filter((_, i) => store.inTurn(i).length > 0).length}
          onSubmit={() => session.submit()}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </main>
  );
}
