// What the main thread of a page did, from Chromium's own trace: its work between two marks, without the waiting.
// Work is the thread's own time on a processor, so that a busy machine does not make the page look slower than it is.
const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Traces the page while `during` runs; gives its tasks and marks in milliseconds. */
export async function traceWork(page, during) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: CATEGORIES });
  await during();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents.filter(
    (event) => event.cat?.includes("blink.user_timing") && event.name.startsWith("bench"),
  );
  const [first] = marks;
  if (!first) throw new Error("the trace holds no mark of the benchmark");
  const own = (event) => event.pid === first.pid && event.tid === first.tid;
  const tasks = traceEvents
    .filter((event) => own(event) && event.ph === "X" && /RunTask$|ThreadControllerImpl::RunTask$/.test(event.name))
    .map((event) => ({
      from: event.ts / 1000,
      to: (event.ts + event.dur) / 1000,
      share: event.dur > 0 ? (event.tdur ?? event.dur) / event.dur : 0,
    }))
    .sort((a, b) => a.from - b.from);
  return {
    tasks: outermost(tasks),
    marks: marks.filter(own).map((event) => ({ name: event.name, at: event.ts / 1000 })),
  };
}

/** Tasks nest in the trace; time counts once. */
function outermost(tasks) {
  let end = Number.NEGATIVE_INFINITY;
  return tasks.filter((task) => {
    if (task.from < end) return false;
    end = task.to;
    return true;
  });
}

/** Milliseconds of work between two moments; a task that holds the first counts from its beginning. */
export function workBetween(tasks, from, to) {
  let sum = 0;
  for (const task of tasks) {
    if (task.to <= from || task.from >= to) continue;
    sum += (Math.min(task.to, to) - task.from) * task.share;
  }
  return sum;
}
