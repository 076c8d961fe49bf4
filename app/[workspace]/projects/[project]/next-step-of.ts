import type { ReadResult } from "@/db/reads";
import { countWords, deskAddress } from "./document-words";

export interface Step {
  /** What to do next, or that there is nothing to do. */
  readonly title: string;
  readonly words: string;
  readonly action: { readonly label: string; readonly href: string } | null;
}

type Overview = ReadResult<"project-overview">;
type People = ReadResult<"people">;

/** The one thing that brings this reader on, by the state of the project. */
export function nextStepOf(overview: Overview, people: People, base: string): Step | null {
  const { role } = overview.me;
  if (role === "observer") return null;
  return ownCoding(overview, base) ?? (role === "lead" ? leadStep(overview, people, base) : coderStep(overview, base));
}

function ownCoding({ documents }: Overview, base: string): Step | null {
  const open = documents.filter((document) => document.mine.some((set) => set.roundId && set.state === "open"));
  const [first] = open;
  if (!first) return null;
  const set = first.mine.find((each) => each.roundId && each.state === "open");
  return {
    title: `Code “${first.name}”`,
    words:
      open.length === 1
        ? `It is the last of your documents in ${set?.round ?? "the round"}. Submit it when you are done.`
        : `${open.length} of your documents in ${set?.round ?? "the round"} are still to be submitted.`,
    action: { label: "Go to the desk", href: deskAddress(base, { id: first.id, mine: set ? [set] : first.mine }) },
  };
}

function coderStep({ documents, rounds }: Overview, base: string): Step {
  const waiting = rounds.find((round) => round.status === "open" && round.mine);
  if (waiting) {
    return {
      title: "You have submitted all your documents",
      words: `${waiting.name} is revealed when the others have submitted theirs. Until then nobody sees anybody else's coding.`,
      action: null,
    };
  }
  const revealed = rounds.findLast((round) => round.settlement && round.mine);
  if (revealed) {
    return {
      title: revealed.status === "settled" ? `${revealed.name} is settled` : `${revealed.name} is revealed`,
      words:
        revealed.status === "settled"
          ? "See how far you agreed, and how the lead settled what you did not agree on."
          : "See how far you agree. The lead settles the rest; each ruling stands beside its text with its reason.",
      action: { label: "See the agreement", href: `${base}/rounds/${revealed.id}/agreement` },
    };
  }
  if (documents.some((document) => document.mine.length > 0)) {
    return { title: "Nothing waits for you", words: "The lead opens the next round.", action: null };
  }
  return {
    title: "There is no round for you yet",
    words: "The lead opens a round and gives you documents. They then stand at the top here.",
    action: null,
  };
}

function leadStep({ documents, rounds, codes }: Overview, people: People, base: string): Step | null {
  if (documents.length === 0) {
    return {
      title: "Import the transcripts",
      words: "Word files, plain text and captions, several at once. You check the speakers before anything is stored.",
      action: { label: "Import documents", href: `${base}/import` },
    };
  }
  if (codes === 0) {
    return {
      title: "Build the theme tree",
      words: "Write the themes and sub-themes that the coders will use, with what each one means.",
      action: { label: "Open the codebook", href: `${base}/codebook` },
    };
  }
  if (rounds.length === 0) return beforeTheFirstRound(people, base);
  return duringRounds(rounds, base);
}

function beforeTheFirstRound({ people, invitations }: People, base: string): Step {
  const coders = people.filter((person) => person.role === "coder").length;
  const invited = invitations.filter((invitation) => invitation.role !== "observer").length;
  if (coders < 2 && coders + invited < 2) {
    return {
      title: "Invite the coders",
      words: "Two people who code on their own make a round. You give each of them a link of their own.",
      action: { label: "Invite people", href: `${base}/people` },
    };
  }
  if (coders < 2) {
    return {
      title: "The coders are invited",
      words: `${countWords(invited, "link waits", "links wait")} to be used. Once they have joined, you can open a round.`,
      action: { label: "Look at the invitations", href: `${base}/people` },
    };
  }
  return {
    title: "Open a round",
    words: "Choose the documents and the coders. From then on they work blind to each other.",
    action: { label: "Open a round", href: `${base}/rounds/new` },
  };
}

function duringRounds(rounds: Overview["rounds"], base: string): Step | null {
  const revealed = rounds.find((round) => round.status === "revealed");
  const ready = rounds.find((round) => round.status === "open" && round.all && round.all.submitted >= round.all.seats);
  if (ready) {
    return {
      title: `${ready.name} is ready to be revealed`,
      words: "Every document has been submitted. Revealing shows how far the coders agree, and cannot be taken back.",
      action: { label: `Go to ${ready.name}`, href: `${base}/rounds/${ready.id}` },
    };
  }
  if (revealed?.settlement) {
    const { disagreements, settled } = revealed.settlement;
    return {
      title: `Settle what the coders disagree about in ${revealed.name}`,
      words: `${countWords(disagreements - settled, "disagreement is", "disagreements are")} open. Each is shown in its text; your ruling and its reason go on record.`,
      action: { label: "Settle disagreements", href: `${base}/rounds/${revealed.id}/reconcile` },
    };
  }
  const open = rounds.find((round) => round.status === "open");
  if (open?.all) {
    return {
      title: `${open.name} is being coded`,
      words: `${open.all.submitted} of ${open.all.seats} submitted. You see who has submitted, not what they coded.`,
      action: { label: "Look at the progress", href: `${base}/rounds/${open.id}` },
    };
  }
  return {
    title: "Everything is settled",
    words: "The consensus is complete, and its quotes are ready for the paper.",
    action: { label: "Go to the quotes", href: `${base}/quotes` },
  };
}
